namespace AiNewsBot.Feeds;

/// <summary>An entry of a feed.</summary>
/// <param name="Id">What the feed calls it by: guid, atom:id, rdf:about; null where it does not.</param>
/// <param name="Link">Its page, absolute where the feed's address is known; null where it names none. It may have any scheme.</param>
/// <param name="Title">Plain text on one line, bounded; null where it has none.</param>
/// <param name="Summary">Plain text, bounded, of its description or content; null where it has none.</param>
/// <param name="Published">When it says it was published; null where it gives no date that can be read.</param>
/// <param name="Updated">When it says it was last changed; null where it gives no date that can be read.</param>
public record FeedEntry(string? Id, string? Link, string? Title, string? Summary, DateTimeOffset? Published, DateTimeOffset? Updated)
{
    /// <summary>
    /// The page that the entry declares to be its own article, on whichever site: a link with rel=canonical (RFC 6596), or the "url" of a
    /// JSON Feed's item beside another "external_url". Absolute where the feed's address is known; null where it declares none.
    /// </summary>
    public string? Canonical { get; init; }
}
