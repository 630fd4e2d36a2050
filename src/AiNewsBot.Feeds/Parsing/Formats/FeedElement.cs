namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>What an element is to a feed, under any name.</summary>
internal enum FeedElement
{
    /// <summary>Nothing that is read; what is in it may be.</summary>
    None,

    /// <summary>Has fields of its own that are not those of the feed or the entry around it.</summary>
    Aside,

    /// <summary>Tells of a person: as <see cref="Aside"/>, and none of its fields are those of a feed.</summary>
    Person,

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
    Language,
}
