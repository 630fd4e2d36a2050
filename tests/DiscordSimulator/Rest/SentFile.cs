namespace DiscordSimulator.Rest;

/// <summary>A file that came with a request.</summary>
/// <param name="Field">The field of the form: files[n].</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SentFile(string Field, string Name, byte[] Content);
