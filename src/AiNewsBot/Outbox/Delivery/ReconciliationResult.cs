namespace AiNewsBot.Outbox.Delivery;

/// <summary>What was found out about a post whose answer never came.</summary>
internal abstract record ReconciliationResult
{
    private ReconciliationResult() { }

    /// <summary>It is in the channel.</summary>
    public sealed record Sent(string ChannelId, string MessageId) : ReconciliationResult;

    /// <summary>It may be sent again: it is not there, or the nonce holds still.</summary>
    public sealed record NotSent : ReconciliationResult;

    /// <summary>It is to be asked again.</summary>
    public sealed record Wait(TimeSpan For, DeliveryReason Reason) : ReconciliationResult;

    /// <summary>Only a moderator can tell.</summary>
    public sealed record Unknown(DeliveryReason Reason) : ReconciliationResult;

    /// <summary>The channel is gone.</summary>
    public sealed record ChannelGone(string Reason) : ReconciliationResult;
}
