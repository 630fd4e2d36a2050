namespace AiNewsBot.News.Items;

/// <summary>What tells the entries of a feed apart, chosen once from what the feed was seen to do.</summary>
public enum IdentityRule
{
    /// <summary>The id that the feed gives it: guid, atom:id, rdf:about.</summary>
    Id,

    /// <summary>The link.</summary>
    Link,

    /// <summary>The title and date.</summary>
    Title,
}
