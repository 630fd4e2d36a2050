using System.Collections.Immutable;

namespace AiNewsBot.News.Fetching;

/// <summary>The feeds that a page names: link elements with rel=alternate and the media type of a feed (https://www.rssboard.org/rss-autodiscovery).</summary>
internal static class FeedLinks
{
    private const int Most = 20;
    private const int LongestTitle = 200;
    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/xml", "text/xml"];

    public static ImmutableArray<DiscoveredFeed> Of(FetchResult.Fetched page)
    {
        var where = page.Address;
        var feeds = new List<DiscoveredFeed>();
        foreach (var tag in HtmlTags.In(PageText.Of(page.Body.Span, page.Charset), ["base", "link"]))
        {
            if (tag.Name == "base" && tag["href"] is { } root)
                where = page.Address.Follow(root, out _) ?? where;
            else if (tag.Name == "link" && IsFeed(tag) && where.Follow(tag["href"]!, out _) is { } address && feeds.All(feed => feed.Address != address))
                feeds.Add(new DiscoveredFeed(address, Title(tag)));
            if (feeds.Count == Most)
                break;
        }

        return [.. feeds];
    }

    // rel=feed was an early draft of HTML 5, and stands in some pages to this day.
    private static bool IsFeed(HtmlTag tag)
    {
        var relations = (tag["rel"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = (tag["type"] ?? "").Split(';')[0].Trim();
        return tag["href"] is { Length: > 0 }
            && (relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
                || relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) && Types.Contains(type, StringComparer.OrdinalIgnoreCase));
    }

    private static string Title(HtmlTag tag) => (tag["title"] ?? "").Trim() is { Length: > LongestTitle } title ? $"{title[..LongestTitle]}…" : (tag["title"] ?? "").Trim();
}
