namespace AiNewsBot.Outbox;

/// <summary>A post that is to be made, or was.</summary>
internal sealed record OutboxRow
{
    internal const string Columns = """
        outbox.id AS Id, outbox.kind AS Kind, outbox.subscription_id AS SubscriptionId, outbox.item_id AS ItemId,
            outbox.server_id AS ServerId, outbox.channel_id AS ChannelId,
        outbox.payload AS PayloadJson, outbox.is_plain AS IsPlain, outbox.state AS State, outbox.reason AS ReasonCode,
            outbox.reason_detail AS ReasonDetail, outbox.nonce AS Nonce, outbox.attempts AS Attempts,
            outbox.not_before AS NotBefore, outbox.sending_at AS SendingAt,
        outbox.sent_after AS SentAfter, outbox.sent_at AS SentAt, outbox.message_channel_id AS MessageChannelId,
            outbox.message_id AS MessageId, outbox.revision AS Revision,
        outbox.shown AS Shown, outbox.edits AS Edits, outbox.edited_at AS EditedAt, outbox.publishing AS Publishing,
            outbox.created_at AS CreatedAt, outbox.webhook_id AS WebhookId, outbox.telling AS Telling
        """;

    /// <summary>A story.</summary>
    public const string Item = "item";

    /// <summary>A digest, or a part of one.</summary>
    public const string Digest = "digest";

    /// <summary>What a moderator wrote.</summary>
    public const string Post = "post";

    /// <summary>What moderators are to know.</summary>
    public const string Notice = "notice";

    public long Id { get; init; }

    public required string Kind { get; init; }

    public long? SubscriptionId { get; init; }

    public long? ItemId { get; init; }

    public string? ServerId { get; init; }

    public required string ChannelId { get; init; }

    public string? PayloadJson { get; init; }

    public OutboxPayload Payload => OutboxPayloadJson.Read(Kind, PayloadJson);

    /// <summary>Whether it is sent without its text and links, since Discord rejected the whole.</summary>
    public bool IsPlain { get; init; }

    public required string State { get; init; }

    public ReasonCode? ReasonCode { get; init; }

    public string? ReasonDetail { get; init; }

    /// <summary>Why it waits or is not posted; null where there is nothing to say.</summary>
    public DeliveryReason? Reason => ReasonCode is { } code ? new DeliveryReason(code, ReasonDetail) : null;

    public string? Nonce { get; init; }

    public int Attempts { get; init; }

    public long? NotBefore { get; init; }

    public long? SendingAt { get; init; }

    public string? SentAfter { get; init; }

    public long? SentAt { get; init; }

    public string? MessageChannelId { get; init; }

    public string? MessageId { get; init; }

    public long? Revision { get; init; }

    public string? Shown { get; init; }

    public int Edits { get; init; }

    public long? EditedAt { get; init; }

    public string? Publishing { get; init; }

    public long CreatedAt { get; init; }

    /// <summary>The webhook that it was, or may have been, posted by; null for the bot itself.</summary>
    public string? WebhookId { get; init; }

    /// <summary>0 for the first time that the subscription tells the story, then counted on.</summary>
    public int Telling { get; init; }

    /// <summary>The id of the button by which the post is known again.</summary>
    public string Marker => $"{MarkerAction}:{Nonce}";

    /// <summary>What that button does: it tells why the post is there.</summary>
    public const string MarkerAction = "news-why";
}
