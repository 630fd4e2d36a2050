using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Knows where well-known sites have the feeds of their pages, which name none or have it elsewhere.</summary>
public static class SiteFeeds
{
    private static readonly ImmutableArray<(Regex Pattern, string Address, string Content)> Sites = Read();

    /// <summary>The feed of a page; null where its site is unknown or its address does not tell which feed.</summary>
    /// <param name="page">As people copy it from their browser.</param>
    public static SiteFeed? Find(FeedAddress page)
    {
        var host = page.Url.IdnHost.ToLowerInvariant();
        var address = $"{(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)}{page.Url.PathAndQuery}";
        foreach (var (pattern, template, content) in Sites)
        {
            if (
                pattern.Match(address) is { Success: true } match
                && FeedAddress.TryParse(Fill(template, match)) is { } feed
                && feed != page
            )
                return new SiteFeed(feed, Uri.UnescapeDataString(Fill(content, match)));
        }

        return null;
    }

    private static string Fill(string template, Match match) =>
        match.Groups.Keys.Aggregate(
            template,
            (text, name) => text.Replace($"${{{name}}}", match.Groups[name].Value, StringComparison.Ordinal)
        );

    private static ImmutableArray<(Regex, string, string)> Read() =>
        [
            .. EmbeddedLines
                .Read(typeof(SiteFeeds), "sites.tsv")
                .Select(line => line.Split('\t'))
                .Select(fields =>
                    (
                        new Regex($"^{fields[0]}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)),
                        fields[1],
                        fields[2]
                    )
                ),
        ];
}
