using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>Feeds by what people call them.</summary>
internal static class FeedNames
{
    private const int Most = 25;
    private const int LongestName = 100;

    public static ImmutableArray<Suggestion> Complete(IReadOnlyList<FeedRecord> feeds, string typed) =>
    [
        .. feeds.Where(feed => feed.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || feed.Url.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Take(Most).Select(feed => new Suggestion(Short(feed.Name), feed.Id.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>What was picked from the list is an id; what was typed past it is a name or an address.</summary>
    public static FeedRecord? Find(IReadOnlyList<FeedRecord> feeds, string text) =>
        feeds.FirstOrDefault(feed => feed.Id.ToString(CultureInfo.InvariantCulture) == text)
        ?? feeds.FirstOrDefault(feed => feed.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? (FeedAddress.TryParse(text) is { } address ? feeds.FirstOrDefault(feed => feed.Url == address.ToString() || feed.MovedTo == address.ToString()) : null);

    public static string Short(string name) => name.Length == 0 ? "?" : name.Length <= LongestName ? name : $"{name[..(LongestName - 1)]}…";
}
