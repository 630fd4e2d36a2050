using System.Collections.Immutable;

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

    /// <summary>Its description or content with its structure, without what feeds put around each; null where it has no text.</summary>
    public FormattedText? Text { get; init; }

    /// <summary>Who wrote it: a name, without an address; null where it does not say.</summary>
    public string? Author { get; init; }

    /// <summary>What it is filed under, each once.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Its pictures, the most telling first, without those that only count readers or adorn.</summary>
    public ImmutableArray<EntryPicture> Pictures { get; init; } = [];

    /// <summary>Where it is talked about, such as its page at Hacker News; null where it names none.</summary>
    public string? Comments { get; init; }

    /// <summary>The page that it submits, where its own link leads to what is said about it; null where it names none.</summary>
    public string? Submitted { get; init; }

    /// <summary>Whether it says that it is not for everyone's eyes.</summary>
    public bool IsExplicit { get; init; }
}
