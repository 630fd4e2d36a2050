namespace AiNewsBot.News.Feeds;

/// <summary>What tells the entries of a feed apart, in the order in which it is relied on. The names are those in the database.</summary>
internal enum IdentityRule
{
    /// <summary>The id that the feed gives it: guid, atom:id, rdf:about; an address without its fragment.</summary>
    Id,

    /// <summary>The id with its fragment.</summary>
    IdWithFragment,

    /// <summary>The link without its fragment.</summary>
    Link,

    /// <summary>The link with its fragment.</summary>
    LinkWithFragment,

    /// <summary>The title and date.</summary>
    Title,
}
