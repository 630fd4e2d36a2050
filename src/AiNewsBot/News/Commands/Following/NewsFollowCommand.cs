using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Servers;

namespace AiNewsBot.News.Commands.Following;

/// <summary>/news follow: a channel gets news from now on.</summary>
internal sealed class NewsFollowCommand(
    ServerStore servers,
    SnapshotHolder snapshots,
    FeedStore feeds,
    FollowFeeds followFeeds,
    SubscriptionStore subscriptions,
    SubscriptionText text,
    ForumTags forums,
    ChannelStore channelStore,
    TimeProvider time
) : Command
{
    /// <summary>How many subscriptions a server may have.</summary>
    public const int MaxCount = 100;

    private const int MaxLength = 100;
    private const int MaxFeedsLength = 2000;

    private static ChatTexts Texts => ChatTexts.Current;

    public override CommandDefinition Definition { get; } =
        new(
            "news follow",
            "Post news in a channel: all, or what is about something, at once or as a digest",
            new OptionDefinition("channel", "Where", OptionKind.Channel, IsRequired: true),
            new OptionDefinition("when", "At once, or gathered in a digest", IsRequired: true)
            {
                Choices = [new("at once", "instant"), new("each day", "daily"), new("each week", "weekly")],
            },
            new OptionDefinition(
                "about",
                "A model, family or maker; all news where it is left out",
                Completes: true,
                MaxLength: SubjectLookup.MaxLength
            ),
            new OptionDefinition(
                "feed",
                "A single feed, or addresses of several; all feeds where it is left out",
                Completes: true,
                MaxLength: MaxFeedsLength
            ),
            new OptionDefinition("at", "The hour of a digest, such as 09:00", MaxLength: 10),
            new OptionDefinition("weekday", "The day of a weekly digest")
            {
                Choices =
                [
                    .. Enum.GetValues<DayOfWeek>().Select(day => new OptionChoice(day.ToString(), day.ToString().ToLowerInvariant())),
                ],
            },
            new OptionDefinition(
                "timezone",
                "The time zone of a digest; the server's where it is left out",
                Completes: true,
                MaxLength: 60
            ),
            new OptionDefinition("mention", "A role to ping", OptionKind.Role),
            new OptionDefinition(
                "max_age",
                "How many days old a story may be when it comes in; the operator's limit where it is left out",
                OptionKind.Number
            ),
            new OptionDefinition("tag", "A tag for posts in a forum", MaxLength: MaxLength)
        );

    public override bool IsPrivate(Request request) => true;

    public override async Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        request.Focused switch
        {
            "about" => (await snapshots.ForAsync(request.Caller.Server, cancellationToken)).Names.Complete(request.Option("about") ?? ""),
            "feed" => FeedNames.Complete(
                await feeds.ForServerAsync(request.Caller.Server, cancellationToken),
                request.Option("feed") ?? ""
            ),
            _ => TimeZones.Complete(request.Option("timezone") ?? ""),
        };

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.News));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = await servers.ReadAsync(request.Caller.Server!, cancellationToken);
        if (PostingChannels.GetError(request, "channel") is { } fault)
            return Replies.Ephemeral(fault);
        var channel = request.Channels[request.Option("channel")!];
        string? about = null;
        if (request.Option("about") is { } name)
        {
            var (subject, unknown) = SubjectLookup.Find(await snapshots.ForAsync(server.Id, cancellationToken), name, time.Today());
            if (subject is null)
                return Replies.Refusal(unknown!);
            about = subject.Id;
        }

        var cadence = request.Option("when") switch
        {
            "daily" => Cadence.Daily,
            "weekly" => Cadence.Weekly,
            "instant" => Cadence.Instant,
            _ => (Cadence?)null,
        };
        if (cadence is null)
            return Replies.Ephemeral(request.Texts["follow.choose_when"]);
        if (Schedule.TryParseAt(request.Option("at") ?? Schedule.DefaultAt) is not { } at)
            return Replies.Ephemeral(new Refusal(RefusalCode.HourUnreadable, request.Option("at")!));
        if (request.Option("timezone") is { } zone && TimeZones.Find(zone) is null)
            return Replies.Ephemeral(new Refusal(RefusalCode.ZoneUnknown, zone));
        if (request.Option("mention") == server.Id)
            return Replies.Ephemeral(request.Texts["follow.no_everyone"]);
        int? maxAge = null;
        if (request.Option("max_age") is { } days)
        {
            if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !Subscription.IsMaxAge(number))
                return Replies.Ephemeral(request.Texts["follow.age_out_of_range", ("max", $"{Subscription.MaxMaxAge}")]);
            maxAge = number;
        }

        if (channel.Kind != ChatChannelKind.Forum && request.Option("tag") is not null)
            return Replies.Ephemeral(request.Texts["follow.only_forums_tags"]);
        var forum = await forums.ForumAsync(channel, cancellationToken);
        if (forum is not null && ForumTags.GetRefusal(forum, request.Option("tag")) is { } tagFault)
            return Replies.Ephemeral(tagFault);

        // Last, since it may put feeds on the server's list.
        ImmutableArray<long> found = [];
        ImmutableArray<string> contents = [];
        if (request.Option("feed") is { } named)
        {
            (found, contents, var unknownFeed) = await followFeeds.FindAsync(named, server.Id, request.Caller.User, cancellationToken);
            if (unknownFeed is not null)
                return Replies.Ephemeral(unknownFeed);
        }

        await channelStore.RecordAsync(new ChannelInfo(channel.Id, channel.Kind, channel.Name, server.Id, null), cancellationToken);
        return await AddAsync(
            server,
            [.. FollowWarnings.Create(request, channel, cadence == Cadence.Instant)],
            found,
            contents,
            new Subscription
            {
                ServerId = server.Id,
                ChannelId = channel.Id,
                About = about,
                Cadence = cadence.Value,
                At = cadence == Cadence.Instant ? null : $"{at:HH\\:mm}",
                Weekday =
                    cadence != Cadence.Weekly ? null
                    : Enum.TryParse<DayOfWeek>(request.Option("weekday"), ignoreCase: true, out var day) ? day
                    : DayOfWeek.Monday,
                Timezone =
                    cadence == Cadence.Instant ? null
                    : request.Option("timezone") is { } given ? TimeZones.Find(given)!.Id
                    : server.TimeZone,
                Mention = FollowWarnings.MayMention(request, channel) ? request.Option("mention") : null,
                Tag = request.Option("tag") is { } tag ? forum?.FindTag(tag)?.Value ?? tag : null,
                MaxAgeDays = maxAge,
                CreatedBy = request.Caller.User,
            },
            cancellationToken
        );
    }

    private async Task<Reply> AddAsync(
        Server server,
        string[] caveats,
        ImmutableArray<long> feedIds,
        ImmutableArray<string> contents,
        Subscription wanted,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<string>();
        foreach (var feed in feedIds.IsEmpty ? [(long?)null] : feedIds.Select(id => (long?)id))
            lines.Add(await AddAsync(server, wanted with { FeedId = feed }, cancellationToken));
        var card = new CardWriter(VerdictStyle.Accent(null)).Add(lines, AnswerText.More);
        if (!contents.IsEmpty)
            card.Add([.. contents.Select(content => $"-# {content}")], AnswerText.More);
        if (Schedule.For(wanted) is { } schedule)
            card.Add($"-# {Texts["follow.first_digest", ("time", Mentions.Timestamp(schedule.Next(time.GetUtcNow())))]}");
        if (caveats.Length > 0)
            card.Add([.. caveats.Select(caveat => $"⚠️ {caveat}")], AnswerText.More);
        return new Reply.Show(card.ToCard(), IsPrivate: true);
    }

    // What was done, in a sentence.
    private async Task<string> AddAsync(Server server, Subscription wanted, CancellationToken cancellationToken)
    {
        var there = await subscriptions.ForServerAsync(server.Id, cancellationToken);
        if (
            there.FirstOrDefault(one =>
                (one.ChannelId, one.About, one.FeedId, one.Cadence, one.At, one.Weekday)
                    == (wanted.ChannelId, wanted.About, wanted.FeedId, wanted.Cadence, wanted.At, wanted.Weekday)
                && (one.Cadence == Cadence.Instant || one.Timezone == wanted.Timezone)
            ) is
            { } same
        )
            return await ChangeAsync(same, wanted, cancellationToken);
        if (there.Count >= MaxCount)
            return Texts["subscription.full", ("count", $"{MaxCount}")];
        await subscriptions.AddAsync(wanted, cancellationToken);
        return Texts["follow.now", ("what", await text.RichAsync(wanted, cancellationToken: cancellationToken))];
    }

    // Following the same with another tag, role or age changes with what it is posted; whom the operator's pings, the operator decides.
    private async Task<string> ChangeAsync(Subscription there, Subscription wanted, CancellationToken cancellationToken)
    {
        var tag = wanted.Tag == there.Tag ? null : wanted.Tag;
        var mention = wanted.Mention == there.Mention || there.ConfigKey is not null ? null : wanted.Mention;
        var maxAge = wanted.MaxAgeDays == there.MaxAgeDays || there.ConfigKey is not null ? null : wanted.MaxAgeDays;
        var isChanged = tag is not null || mention is not null || maxAge is not null;
        if (isChanged)
            await subscriptions.ChangeAsync(there.Id, tag, mention, maxAge, cancellationToken);
        var now = await subscriptions.FindAsync(there.Id, cancellationToken) ?? there;
        var what = await text.RichAsync(now, cancellationToken: cancellationToken);
        return Texts[isChanged ? "follow.changed" : "follow.same", ("what", what)];
    }
}
