namespace AiNewsBot.Outbox.Delivery;

/// <summary>What was found out about a post whose answer never came.</summary>
internal abstract record ReconciliationResult
{
    private ReconciliationResult() { }

    /// <summary>It is in the channel.</summary>
    public sealed record Sent(string ChannelId, string MessageId) : ReconciliationResult;

    /// <summary>It is not there, and is to be sent.</summary>
    public sealed record NotSent : ReconciliationResult;

    /// <summary>It may be there; while the nonce holds, sending it again makes no second message.</summary>
    public sealed record Repeat : ReconciliationResult;

    /// <summary>It is to be asked again.</summary>
    public sealed record Wait(TimeSpan For, DeliveryReason Reason) : ReconciliationResult;

    /// <summary>Only a moderator can tell.</summary>
    public sealed record Unknown(DeliveryReason Reason) : ReconciliationResult;

    /// <summary>The channel is gone.</summary>
    public sealed record ChannelGone(string Reason) : ReconciliationResult;
}
