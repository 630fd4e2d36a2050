namespace AiNewsBot.Discord.Gateway;

/// <summary>How a connection ended, and what follows.</summary>
/// <param name="KeepsSession">Whether the session may be resumed.</param>
/// <param name="BacksOff">Whether to wait longer than usual before the next attempt.</param>
/// <param name="Why">For the log.</param>
internal sealed record Ending(bool KeepsSession, bool BacksOff, string Why);
