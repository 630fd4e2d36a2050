using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>The state of the connection.</summary>
/// <param name="IsConnected">Whether requests come in.</param>
/// <param name="Description">In words, for a health check.</param>
internal sealed record TransportState(bool IsConnected, string Description)
{
    /// <summary>Why the chat does not know the bot's commands yet, while it is tried again; null when it does.</summary>
    public string? CommandsError { get; init; }

    /// <summary>The parts of the connection; none where there are none.</summary>
    public ImmutableArray<ShardState> Shards { get; init; } = [];
}
