namespace AiNewsBot.Outbox;

/// <summary>What became of a draft.</summary>
internal sealed record DecidedDraft
{
    public required string State { get; init; }

    /// <summary>When it is posted; null for at once.</summary>
    public long? NotBefore { get; init; }
}
