namespace AiNewsBot.Discord.Gateway;

/// <summary>How a connection ended, and what follows.</summary>
/// <param name="Reason">For the log.</param>
/// <param name="CanResume">Whether the session may be resumed.</param>
/// <param name="BacksOff">Whether to wait longer than usual before the next attempt.</param>
/// <param name="MinDelay">How long to wait in any case.</param>
internal sealed record DisconnectReason(string Reason, bool CanResume = true, bool BacksOff = false, TimeSpan MinDelay = default);
