namespace AiNewsBot.Outbox;

/// <summary>A row that is to be added to the outbox.</summary>
internal sealed record NewPost(OutboxPayload Payload, string ChannelId)
{
    public string? ServerId { get; init; }

    public long? SubscriptionId { get; init; }

    /// <summary>The story that it shows; null where it shows none, or several.</summary>
    public long? ItemId { get; init; }

    /// <summary>0 for the first time that the subscription tells it, then counted on.</summary>
    public int Telling { get; init; }

    public string State { get; init; } = OutboxState.Pending;

    /// <summary>When it is due, in Unix milliseconds; null for at once.</summary>
    public long? NotBefore { get; init; }
}
