namespace AiNewsBot.Outbox;

/// <summary>A channel in which something waits.</summary>
internal sealed record OpenChannel
{
    public required string Id { get; init; }

    /// <summary>When the first of it is due, in Unix milliseconds; 0 for at once.</summary>
    public long Due { get; init; }
}
