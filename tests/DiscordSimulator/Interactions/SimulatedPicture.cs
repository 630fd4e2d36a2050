namespace DiscordSimulator.Interactions;

/// <summary>A picture that a user sees.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Description">Its text alternative.</param>
/// <param name="File">The file.</param>
public sealed record SimulatedPicture(string Name, string Description, byte[] File);
