namespace AiNewsBot.News.Subscriptions;

/// <summary>How much of a story a subscription posts.</summary>
internal enum PostContent
{
    /// <summary>Its title, its text and its picture.</summary>
    Full,

    /// <summary>Its title with the link.</summary>
    Title,
}
