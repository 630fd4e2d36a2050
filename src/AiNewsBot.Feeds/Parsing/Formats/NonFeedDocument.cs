using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>What a document is that is no feed, for those who gave its address.</summary>
internal static class NonFeedDocument
{
    private const int MaxNameLength = 40;

    /// <summary>Whether a document that begins so is a page, in which only entries
    /// make a feed: an empty one is a word in a script.</summary>
    public static bool IsPage(string? firstName) => firstName is not null && HtmlElements.Find(firstName) is not HtmlElement.Unknown;

    /// <param name="firstName">The name of its first element; null where it has none.</param>
    public static FeedFormatException Refusal(string? firstName) =>
        new(
            firstName?.ToLowerInvariant() switch
            {
                null => new FeedFault(FeedFaultCode.NoMarkup),
                "opml" => new FeedFault(FeedFaultCode.ListOfFeeds),
                "urlset" or "sitemapindex" => new FeedFault(FeedFaultCode.SiteMap),
                "channel" => new FeedFault(FeedFaultCode.ChannelFormat),
                "rdf" => new FeedFault(FeedFaultCode.OtherRdf),
                var name when IsPage(name) => new FeedFault(FeedFaultCode.WebPage),
                _ => new FeedFault(FeedFaultCode.OtherXml, Name(firstName!)),
            }
        );

    private static string Name(string name) =>
        new([
            .. name.Take(MaxNameLength)
                .Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '?'),
        ]);
}
