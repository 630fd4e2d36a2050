using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands;

/// <summary>Subscriptions in words.</summary>
internal sealed class SubscriptionText(SnapshotHolder snapshots, FeedStore feeds)
{
    /// <summary>Plain, as in a list of suggestions.</summary>
    public string Plain(Subscription one, string channel)
    {
        var what = (one.About, one.FeedId) switch
        {
            (null, null) => "all news",
            ({ } about, null) => $"news about {NameOf(about)}",
            (null, { } feed) => $"news from {feeds.Find(feed)?.Name}",
            ({ } about, { } feed) => $"news about {NameOf(about)} from {feeds.Find(feed)?.Name}",
        };
        return $"{what} in {channel}, "
            + $"{WhenOf(one)}{(one.MaxAgeDays is { } days ? $", up to {days} {(days == 1 ? "day" : "days")} old" : "")}";
    }

    /// <summary>Escaped, with its channel as a link.</summary>
    public string Rich(Subscription one)
    {
        // Names come from outside: the channel's link is put between two texts that are escaped each by itself.
        const char place = '\uE000';
        var parts = Plain(one, place.ToString()).Split(place, 2);
        var text = $"{Markdown.Escape(parts[0])}{Mentions.Channel(one.ChannelId)}{Markdown.Escape(parts[1])}";
        return one.Mention is null ? text : $"{text}, pings {Mentions.Role(one.Mention)}";
    }

    private static string WhenOf(Subscription one) =>
        one.Cadence switch
        {
            Cadence.Instant => "at once",
            Cadence.Daily => $"each day at {one.At} ({one.Timezone})",
            _ => $"each {one.Weekday} at {one.At} ({one.Timezone})",
        };

    private string NameOf(string subject) => snapshots.Current.Facts.Find(subject)?.Name ?? subject;
}
