using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Subscriptions in words.</summary>
internal sealed class SubscriptionText(SnapshotHolder snapshots, FeedStore feeds)
{
    /// <summary>Plain, as in a list of suggestions.</summary>
    public async Task<string> PlainAsync(Subscription one, string channel, CancellationToken cancellationToken = default) =>
        $"{await WhatOfAsync(one, cancellationToken)} in {channel}, {WhenOf(one)}{AgeOf(one)}{LimitsOf(one)}";

    /// <summary>Escaped, with its channel as a link.</summary>
    /// <param name="isInChannel">Whether the channel is named above it.</param>
    public async Task<string> RichAsync(Subscription one, bool isInChannel = false, CancellationToken cancellationToken = default)
    {
        var where =
            isInChannel ? ""
            : one.UserId is null ? $" in {Mentions.Channel(one.ChannelId)}"
            : " in your direct messages";
        var text =
            $"{Markdown.Escape(await WhatOfAsync(one, cancellationToken))}{where}, "
            + Markdown.Escape($"{WhenOf(one)}{AgeOf(one)}{LimitsOf(one)}");
        return one.Mention is null ? text : $"{text}, pings {Mentions.Role(one.Mention)}";
    }

    /// <summary>What it is about, or its feed.</summary>
    public async Task<string> NameAsync(Subscription one, CancellationToken cancellationToken = default) =>
        one.About is { } about ? NameOf(about)
        : one.FeedId is { } feed ? (await feeds.FindAsync(feed, cancellationToken))?.Name ?? "a feed"
        : "all news";

    private async Task<string> WhatOfAsync(Subscription one, CancellationToken cancellationToken) =>
        (one.About, one.FeedId) switch
        {
            (null, null) => "all news",
            ({ } about, null) => $"news about {NameOf(about)}",
            (null, { } feed) => $"news from {(await feeds.FindAsync(feed, cancellationToken))?.Name}",
            ({ } about, { } feed) => $"news about {NameOf(about)} from {(await feeds.FindAsync(feed, cancellationToken))?.Name}",
        };

    private static string AgeOf(Subscription one) => one.MaxAgeDays is { } days ? $", up to {Quantity.Format(days, "day")} old" : "";

    private static string LimitsOf(Subscription one) =>
        (one is { MaxPosts: { } most, UserId: null } ? $", at most {most} {(one.MaxPostsPer == PostWindow.Day ? "a day" : "an hour")}" : "")
        + (one.QuietFrom is { } from ? $", quiet from {from} to {one.QuietTo} ({one.Timezone})" : "")
        + (one.TellsAgain ? ", again when a title changes" : "")
        + (
            one.WebhookId is null ? ""
            : one.SenderName is { } name ? $", as {name}"
            : ", with its own picture"
        )
        + (
            one.Template is not null ? ", by its template"
            : one.Content == PostContent.Title ? ", titles alone"
            : one.HasPictures ? ""
            : ", without pictures"
        )
        + (StoryFilter.From(one.Filter) is { } filter ? $", with {filter.Description}" : "");

    private static string WhenOf(Subscription one) =>
        one.Cadence switch
        {
            Cadence.Instant => "at once",
            Cadence.Daily => $"each day at {one.At} ({one.Timezone})",
            _ => $"each {one.Weekday} at {one.At} ({one.Timezone})",
        };

    private string NameOf(string subject) => snapshots.Current.Facts.Find(subject)?.Name ?? subject;
}
