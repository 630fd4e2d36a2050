namespace AiNewsBot.Kill.Tests;

/// <summary>The moment at which the bot is killed.</summary>
internal enum KillStage
{
    /// <summary>Some time after stories came up.</summary>
    AtRandom,

    /// <summary>While a feed is being read.</summary>
    Reading,

    /// <summary>While the page of a story is asked for its picture.</summary>
    PageAsked,

    /// <summary>When a message is on its way and never arrives.</summary>
    MessageLost,

    /// <summary>When a message was posted and its answer never comes.</summary>
    MessagePosted,

    /// <summary>As before, and by the restart the nonce is no longer known.</summary>
    NonceForgotten,

    /// <summary>When a thread of a forum was made and its answer never comes.</summary>
    ThreadPosted,

    /// <summary>When a message by a webhook is on its way and never arrives.</summary>
    WebhookLost,

    /// <summary>When a message was posted by a webhook and its answer never comes.</summary>
    WebhookPosted,

    /// <summary>When a message was published and the answer never comes.</summary>
    Published,

    /// <summary>While it finds out what an earlier one posted.</summary>
    Settling,

    /// <summary>Right after an answer.</summary>
    Answered,

    /// <summary>It is asked to stop, and does so by itself.</summary>
    Terminated,

    /// <summary>It is frozen when a message was posted, until another process has its channels, and then wakes. Only where several
    /// processes share a server.</summary>
    Frozen,
}
