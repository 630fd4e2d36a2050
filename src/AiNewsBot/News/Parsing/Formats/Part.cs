namespace AiNewsBot.News.Parsing.Formats;

/// <summary>What an element is to a feed, whatever its format calls it.</summary>
internal enum Part
{
    /// <summary>Nothing that is read; what is in it may be.</summary>
    None,

    /// <summary>Has fields of its own that are not those of the feed or the entry around it.</summary>
    Aside,

    Root,
    Channel,
    Entry,
    Id,
    Title,
    Link,
    Summary,
    Content,
    Published,
    Updated,
    Created,
    TimeToLive,
    UpdatePeriod,
    UpdateFrequency,
}
