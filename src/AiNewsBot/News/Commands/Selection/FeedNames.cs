using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Feeds by what people call them.</summary>
internal static class FeedNames
{
    private const int MaxCount = 25;
    private const int MaxNameLength = 100;

    public static ImmutableArray<OptionChoice> Complete(IReadOnlyList<FeedRecord> feeds, string typed) =>
        [
            .. feeds
                .Where(feed =>
                    feed.Name.Contains(typed, StringComparison.OrdinalIgnoreCase)
                    || feed.Url.Contains(typed, StringComparison.OrdinalIgnoreCase)
                )
                .Take(MaxCount)
                .Select(feed => new OptionChoice(Short(feed.Name), feed.Id.ToString(CultureInfo.InvariantCulture))),
        ];

    /// <summary>What was picked from the list is an id; what was typed past it is a name or an address.</summary>
    public static FeedRecord? Find(IReadOnlyList<FeedRecord> feeds, string text) =>
        feeds.FirstOrDefault(feed => feed.Id.ToString(CultureInfo.InvariantCulture) == text)
        ?? feeds.FirstOrDefault(feed => feed.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? (
            FeedAddress.TryParse(text) is { } address
                ? feeds.FirstOrDefault(feed => feed.Url == address.ToString() || feed.MovedTo == address.ToString())
                : null
        );

    public static string Short(string name) => name.Length == 0 ? "?" : Ellipsis.Shorten(name, MaxNameLength);
}
