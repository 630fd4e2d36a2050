namespace AiNewsBot.News.Feeds;

/// <summary>Who put a feed on the list.</summary>
internal enum FeedOrigin
{
    /// <summary>It came with the program.</summary>
    Shipped,

    /// <summary>The operator, in the configuration.</summary>
    Configured,

    /// <summary>Moderators of a server; only such servers see what comes from it.</summary>
    Added,

    /// <summary>On no list any more; kept for what is known of it.</summary>
    Retired,
}
