namespace AiNewsBot.Transport;

/// <summary>How the connection stands.</summary>
/// <param name="IsConnected">Whether requests come in.</param>
/// <param name="Description">In words, for a health check.</param>
public sealed record TransportState(bool IsConnected, string Description);
