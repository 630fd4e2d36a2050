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

    // Those behind this one tell more of an entry, and nothing by which it is known: they end no element that was left open.

    /// <summary>Within a person: what they are called.</summary>
    Name,

    /// <summary>Who wrote it, as text.</summary>
    Author,
    Category,
    Picture,
    Comments,
    Explicit,
    Icon,

    /// <summary>Within the picture of a feed: its address.</summary>
    PictureAddress,
}
