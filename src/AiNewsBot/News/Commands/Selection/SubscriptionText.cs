using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Subscriptions in words.</summary>
internal sealed class SubscriptionText(SnapshotHolder snapshots, FeedStore feeds)
{
    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>Plain, as in a list of suggestions.</summary>
    public async Task<string> PlainAsync(Subscription one, string channel, CancellationToken cancellationToken = default) =>
        $"{In(await WhatOfAsync(one, cancellationToken), channel)}, {ManyOf(one)}";

    /// <summary>Escaped, with its channel as a link.</summary>
    /// <param name="isInChannel">Whether the channel is named above it.</param>
    public async Task<string> RichAsync(Subscription one, bool isInChannel = false, CancellationToken cancellationToken = default)
    {
        var what = Markdown.Escape(await WhatOfAsync(one, cancellationToken));
        var where =
            isInChannel ? what
            : one.UserId is null ? In(what, Mentions.Channel(one.ChannelId))
            : Texts["subscription.in_direct", ("what", what)];
        var text = $"{where}, {Markdown.Escape(ManyOf(one))}";
        return one.Mention is null ? text : $"{text}, {Texts["subscription.pings", ("role", Mentions.Role(one.Mention))]}";
    }

    /// <summary>What it is about, or its feed.</summary>
    public async Task<string> NameAsync(Subscription one, CancellationToken cancellationToken = default) =>
        one.About is { } about ? NameOf(about)
        : one.FeedId is { } feed ? (await feeds.FindAsync(feed, cancellationToken))?.Name ?? Texts["subscription.a_feed"]
        : Texts["subscription.all"];

    private async Task<string> WhatOfAsync(Subscription one, CancellationToken cancellationToken)
    {
        var name = ("name", one.About is { } about ? NameOf(about) : "");
        var feed = ("feed", one.FeedId is { } id ? (await feeds.FindAsync(id, cancellationToken))?.Name ?? "" : "");
        return (one.About, one.FeedId) switch
        {
            (null, null) => Texts["subscription.all"],
            (_, null) => Texts["subscription.about", name],
            (null, _) => Texts["subscription.from", feed],
            _ => Texts["subscription.about_from", name, feed],
        };
    }

    private static string In(string what, string channel) => Texts["subscription.in", ("what", what), ("channel", channel)];

    // When, and all that is set beside it.
    private static string ManyOf(Subscription one) =>
        string.Join(", ", LimitsOf(one).Concat(LookOf(one)).OfType<string>().Prepend(WhenOf(one)));

    private static IEnumerable<string?> LimitsOf(Subscription one)
    {
        if (one.MaxAgeDays is { } days)
            yield return Texts["subscription.age", ("days", Texts.Count("count.days", days))];
        if (one is { MaxPosts: { } most, UserId: null })
            yield return Texts[
                one.MaxPostsPer == PostWindow.Day ? "subscription.per_day" : "subscription.per_hour",
                ("count", most.ToString(CultureInfo.InvariantCulture))
            ];
        if (one.QuietFrom is { } from)
            yield return Texts["subscription.quiet", ("from", from), ("until", one.QuietTo ?? ""), ("zone", one.Timezone ?? "")];
        if (one.TellsAgain)
            yield return Texts["subscription.again"];
    }

    private static IEnumerable<string?> LookOf(Subscription one)
    {
        if (one.WebhookId is not null)
            yield return one.SenderName is { } name ? Texts["subscription.as", ("name", name)] : Texts["subscription.own_picture"];
        yield return one.Template is not null ? Texts["subscription.by_template"]
        : one.Content == PostContent.Title ? Texts["subscription.titles"]
        : one.HasPictures ? null
        : Texts["subscription.no_pictures"];
        if (StoryFilter.From(one.Filter) is { } filter)
            yield return Texts["subscription.filter", ("filter", filter.Description)];
    }

    private static string WhenOf(Subscription one)
    {
        var (at, zone) = (("at", one.At ?? ""), ("zone", one.Timezone ?? ""));
        return one.Cadence switch
        {
            Cadence.Instant => Texts["subscription.at_once"],
            Cadence.Daily => Texts["subscription.daily", at, zone],
            _ => Texts["subscription.weekly", ("day", DayOf(one.Weekday)), at, zone],
        };
    }

    private static string DayOf(DayOfWeek? day) => Texts[$"subscription.{(day ?? DayOfWeek.Monday).ToString().ToLowerInvariant()}"];

    private string NameOf(string subject) => snapshots.Current.Facts.Find(subject)?.Name ?? subject;
}
