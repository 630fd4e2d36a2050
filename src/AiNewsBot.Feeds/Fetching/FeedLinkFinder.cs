using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Feeds.Parsing.Encodings;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// The feeds that a page leads to, the likeliest first: links with rel=alternate and the media type of a feed in its headers and its head
/// (https://www.rssboard.org/rss-autodiscovery), then links in its text that look like feeds. Feeds of comments come last.
/// </summary>
internal static partial class FeedLinkFinder
{
    // A page's links to its feeds are in its head.
    private const int MaxPageLength = 512 * 1024;
    private const int MaxCount = 20;
    private const int MaxTitleLength = 200;
    private static readonly string[] Types =
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
    ];

    // The type that JSON Feed had before its own. The interface of WordPress has it, too, and comes after what is certain.
    private const string Json = "application/json";

    private enum Rank
    {
        Declared,
        MaybeDeclared,
        OnSite,
        Elsewhere,
    }

    public static ImmutableArray<DiscoveredFeed> Find(FetchResult.Fetched page)
    {
        var feeds = new List<(DiscoveredFeed Feed, Rank Rank)>();
        foreach (var tag in LinkHeader.Parse(page.LinkHeaders))
            Add(feeds, tag, page.Address, page.Address);
        var where = page.Address;
        foreach (var tag in HtmlTagScanner.Find(BeginningOf(page), ["base", "link", "a"]))
        {
            if (tag.Name == "base" && tag["href"] is { } root)
                where = page.Address.Follow(root, out _) ?? where;
            else
                Add(feeds, tag, where, page.Address);
        }

        return
        [
            .. feeds
                .OrderBy(found => CommentFeeds.IsOne(found.Feed.Address, found.Feed.Title))
                .ThenBy(found => found.Rank)
                .Select(found => found.Feed)
                .Take(MaxCount),
        ];
    }

    private static string BeginningOf(FetchResult.Fetched page)
    {
        var head = page.Body.Span[..Math.Min(page.Body.Length, MaxPageLength)];
        var (encoding, markLength) = EncodingResolver.Resolve(head, page.Charset);
        return encoding.GetString(head[markLength..]);
    }

    private static void Add(List<(DiscoveredFeed Feed, Rank Rank)> feeds, HtmlTag tag, FeedAddress where, FeedAddress page)
    {
        if (tag["href"] is not { Length: > 0 } href || feeds.Count >= MaxCount && tag.Name == "a")
            return;
        if (where.Follow(href, out _) is not { } address || address == page)
            return;
        if (RankOf(tag, address, page) is not { } rank || feeds.Count(found => found.Rank == rank) >= MaxCount)
            return;
        var known = feeds.FindIndex(found => found.Feed.Address == address);
        if (known < 0)
            feeds.Add((new DiscoveredFeed(address, Title(tag), rank is Rank.Declared), rank));
        else if (rank < feeds[known].Rank)
            feeds[known] = (new DiscoveredFeed(address, Title(tag), rank is Rank.Declared), rank);
    }

    // rel=feed was an early draft of HTML 5, and is in some pages to this day.
    private static Rank? RankOf(HtmlTag tag, FeedAddress address, FeedAddress page)
    {
        var relations = (tag["rel"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var type = (tag["type"] ?? "").Split(';')[0].Trim();
        var isAlternate = relations.Contains("alternate", StringComparer.OrdinalIgnoreCase);
        if (
            relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
            || isAlternate && Types.Contains(type, StringComparer.OrdinalIgnoreCase)
        )
            return Rank.Declared;
        if (isAlternate && type.Equals(Json, StringComparison.OrdinalIgnoreCase))
            return Rank.MaybeDeclared;
        if (tag.Name != "a")
            return null;
        var isOnSite = address.Url.IdnHost.Equals(page.Url.IdnHost, StringComparison.OrdinalIgnoreCase);
        var looksLikeFeed =
            Types.Contains(type, StringComparer.OrdinalIgnoreCase)
            || LooksLikeFeed().IsMatch(isOnSite ? address.Url.PathAndQuery : address.ToString())
            || Names().IsMatch($"{tag["title"]} {tag["aria-label"]}");
        return !looksLikeFeed ? null
            : isOnSite ? Rank.OnSite
            : Rank.Elsewhere;
    }

    private static string Title(HtmlTag tag) =>
        (tag["title"] ?? "").Trim() is { Length: > MaxTitleLength } title ? $"{title[..MaxTitleLength]}…" : (tag["title"] ?? "").Trim();

    // "/feed/", "/rss.xml", "/blog.atom", "?format=rss", "feeds.example.org", and not "/feedback".
    [GeneratedRegex(
        "(?<![a-z])(?:feeds?|rss2?|atom|rdf|jsonfeed|index\\.xml)(?![a-z])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex LooksLikeFeed();

    [GeneratedRegex(@"\b(?:rss|atom)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
