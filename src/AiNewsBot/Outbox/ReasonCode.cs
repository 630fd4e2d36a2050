namespace AiNewsBot.Outbox;

/// <summary>Why a post waits or is not made, and why a subscription is paused. The names are those in the database.</summary>
internal enum ReasonCode
{
    /// <summary>The detail alone says it, such as a reason that an earlier version wrote.</summary>
    Other,

    /// <summary>The subscription was ended.</summary>
    SubscriptionEnded,

    /// <summary>The feed was removed.</summary>
    FeedRemoved,

    /// <summary>Another subscription of the channel posts the same story.</summary>
    Covered,

    /// <summary>What it was to show is no longer there.</summary>
    ContentGone,

    /// <summary>A moderator cancelled it.</summary>
    Cancelled,

    /// <summary>Its writer discarded it.</summary>
    Discarded,

    /// <summary>The request got no answer.</summary>
    NoAnswer,

    /// <summary>Discord is busy.</summary>
    Busy,

    /// <summary>Discord refuses the bot's token.</summary>
    TokenRefused,

    /// <summary>What may be on its way to a forum needs time to arrive.</summary>
    ForumDelay,

    /// <summary>What may be on its way by a webhook needs time to arrive.</summary>
    WebhookDelay,

    /// <summary>Whether it was posted cannot be determined.</summary>
    Unverifiable,

    /// <summary>It was rejected, and is sent again without its text and links.</summary>
    RetriedPlain,

    /// <summary>The channel or its server is gone.</summary>
    ChannelGone,

    /// <summary>The bot may not post there.</summary>
    Forbidden,

    /// <summary>The thread is archived.</summary>
    Archived,

    /// <summary>The thread is locked.</summary>
    Locked,

    /// <summary>The forum demands a tag.</summary>
    NeedsTag,

    /// <summary>The channel takes no posts.</summary>
    WrongKind,

    /// <summary>The server's own filters refuse the text.</summary>
    Filtered,

    /// <summary>Discord rejected the message itself.</summary>
    Malformed,

    /// <summary>The person takes no direct messages of the bot.</summary>
    DirectClosed,

    /// <summary>A moderator paused it, and resumes it.</summary>
    ByModerator,
}
