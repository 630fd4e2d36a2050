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
                null => "This is no feed: it has no markup in it.",
                "opml" => "This is a list of feeds (OPML), and no feed itself.",
                "urlset" or "sitemapindex" => "This is the map of a site (a sitemap), and no feed.",
                "channel" => "This is a channel in Microsoft's CDF, or RSS without its first element, and neither is read.",
                "rdf" => "This is RDF without a channel or items, and no feed.",
                var name when IsPage(name) => Page,
                _ => $"This is an XML document that begins with '{Name(firstName!)}', and no feed.",
            }
        );

    private const string Page = "This is a web page (HTML), and no feed.";

    private static string Name(string name) =>
        new([
            .. name.Take(MaxNameLength)
                .Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '?'),
        ]);
}
