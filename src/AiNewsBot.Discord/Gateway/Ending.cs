namespace AiNewsBot.Discord.Gateway;

/// <summary>How a connection ended, and what follows.</summary>
/// <param name="Why">For the log.</param>
/// <param name="KeepsSession">Whether the session may be resumed.</param>
/// <param name="BacksOff">Whether to wait longer than usual before the next attempt.</param>
/// <param name="AtLeast">How long to wait in any case.</param>
internal sealed record Ending(string Why, bool KeepsSession = true, bool BacksOff = false, TimeSpan AtLeast = default);
