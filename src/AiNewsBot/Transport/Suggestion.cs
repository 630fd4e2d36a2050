namespace AiNewsBot.Transport;

/// <summary>A value that an option could take.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Value">As the option gets it.</param>
public sealed record Suggestion(string Name, string Value);
