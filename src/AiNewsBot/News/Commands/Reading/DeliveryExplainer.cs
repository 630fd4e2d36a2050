using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Commands.Reading;

/// <summary>Shows, step by step, why a story was or was not posted where.</summary>
internal sealed class DeliveryExplainer(
    IDatabase database,
    StoryReader stories,
    StoryFeeds feeds,
    ServerFilters filters,
    SubscriptionStore subscriptions,
    SubscriptionText text,
    AiNewsBot.Answering.SnapshotHolder snapshots,
    NewsSettings settings
)
{
    private const int MaxBrief = 3;
    private const string Undecided = "open";

    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>Why a post is there.</summary>
    public async Task<Card> ExplainAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        var writer = new CardWriter(VerdictStyle.Accent(null));
        if (row.SubscriptionId is { } id && await subscriptions.FindAsync(id, cancellationToken) is { } subscription)
            writer.Add(Texts["why.of_subscription", ("what", await text.RichAsync(subscription, cancellationToken: cancellationToken))]);
        else
            writer.Add(
                row.Kind == OutboxRow.Post ? Texts["why.of_moderator"]
                : row.Kind == OutboxRow.Notice ? Texts["why.notice"]
                : Texts["why.subscription_ended"]
            );
        if (row.ItemId is { } item && await stories.ReadAsync(item, row.ServerId, cancellationToken) is { } story)
            writer.Add([.. await StagesAsync(story, row.ServerId, cancellationToken)], AnswerText.More);
        return writer.ToCard();
    }

    /// <summary>What became of a story in a server.</summary>
    public async Task<Card> ExplainAsync(StoryView story, string? server, CancellationToken cancellationToken = default)
    {
        var writer = new CardWriter(VerdictStyle.Accent(null))
            .Add($"### {StoryCards.TitleOf(story.Item)}")
            .Add([.. await StagesAsync(story, server, cancellationToken)], AnswerText.More);
        if (server is null)
            return writer.Add(Texts["why.in_server_only"]).ToCard();
        if (story.Item.Kind == ItemKind.Post)
            return writer.Add([.. await OwnPostsAsync(story.Item.Id, server, cancellationToken)], AnswerText.More, isApart: true).ToCard();
        var fates = new List<string>();
        foreach (var one in await subscriptions.ForServerAsync(server, cancellationToken))
            fates.Add(
                $"- {await text.RichAsync(one, cancellationToken: cancellationToken)}: {await FateOfAsync(story, one, cancellationToken)}"
            );
        return writer.Add(fates.Count == 0 ? [Texts["why.follows_nothing"]] : [.. fates], AnswerText.More, isApart: true).ToCard();
    }

    /// <summary>The same in a line for each subscription.</summary>
    public async Task<string> ExplainBrieflyAsync(StoryView story, string server, CancellationToken cancellationToken = default)
    {
        var fates = new List<string>();
        foreach (var one in (await subscriptions.ForServerAsync(server, cancellationToken)).Take(MaxBrief))
            fates.Add($"  {In(one.ChannelId, await FateOfAsync(story, one, cancellationToken))}");
        return $"- {StoryCards.TitleOf(story.Item)}\n"
            + (fates.Count == 0 ? $"  - {Texts["why.follows_nothing"]}" : string.Join('\n', fates));
    }

    private async Task<List<string>> StagesAsync(StoryView story, string? server, CancellationToken cancellationToken)
    {
        var sightings = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Sighting>(
                        $"""
                        SELECT coalesce(feeds.title, feeds.url) AS Feed, sightings.first_seen_at AS SeenAt, sightings.is_baseline AS
                            IsBaseline,
                            sightings.batch_id AS BatchId
                        FROM sightings JOIN feeds ON feeds.id = sightings.feed_id
                        WHERE item_id IN ({Stories.Members}) AND {FeedStore.IsVisible} ORDER BY sightings.id
                        """,
                        new { story = await Stories.CreateAsync(connection, story.Item.Id, server), server }
                    )
                ).ToArray(),
            cancellationToken
        );
        var stages = new List<string>();
        foreach (var sighting in sightings)
        {
            stages.Add(
                Texts[
                    sighting.IsBaseline ? "why.came_first"
                    : sighting.BatchId is not null ? "why.came_in_batch"
                    : "why.came_in",
                    ("time", sighting.SeenAt.FormatTag()),
                    ("feed", Markdown.Escape(sighting.Feed))
                ]
            );
        }

        if (sightings.Length == 0 && story.Item.Kind == ItemKind.Post)
            stages.Add(Texts["why.written", ("time", story.Item.FirstSeenAt.FormatTag())]);
        stages.Add(Texts["why.dated", ("time", story.Item.DatedAt.FormatTag())]);
        var names = story
            .Subjects.Select(snapshots.Current.Facts.Find)
            .OfType<AiNewsBot.Facts.Model.SubjectView>()
            .Select(subject => Markdown.Escape(subject.Name))
            .ToArray();
        stages.Add(names.Length == 0 ? Texts["why.speaks_of_none"] : Texts["why.speaks_of", ("names", string.Join(", ", names))]);
        return stages;
    }

    private async Task<string> FateOfAsync(StoryView story, Subscription one, CancellationToken cancellationToken)
    {
        var row = await database.ReadAsync(
            async connection =>
                await connection.QueryFirstOrDefaultAsync<OutboxRow>(
                    $"""
                    SELECT {OutboxRow.Columns} FROM outbox WHERE id IN (
                        SELECT id FROM outbox WHERE subscription_id = @Id AND item_id IN ({Stories.Members})
                        UNION ALL SELECT outbox_id FROM digest_items WHERE subscription_id = @Id AND item_id IN ({Stories.Members}))
                    ORDER BY id LIMIT 1
                    """,
                    new
                    {
                        one.Id,
                        story = await Stories.CreateAsync(connection, story.Item.Id, one.ServerId),
                        server = one.ServerId,
                    }
                ),
            cancellationToken
        );
        if (row is not null)
            return StateOf(row, one.IsPaused ? one.PausedBecause : null);
        if (
            await database.ReadAsync(
                async connection =>
                    await connection.ExecuteScalarAsync<long>(
                        $"SELECT COUNT(*) FROM digest_items WHERE subscription_id = @Id AND item_id IN ({Stories.Members})",
                        new
                        {
                            one.Id,
                            story = await Stories.CreateAsync(connection, story.Item.Id, one.ServerId),
                            server = one.ServerId,
                        }
                    ),
                cancellationToken
            ) > 0
        )
            return WaitOf(one);
        if (one.CreatedAt > story.Item.FirstSeenAt)
            return Texts["why.before_followed"];
        if (
            one.About is { } about
            && !story.Subjects.Contains(about, StringComparer.OrdinalIgnoreCase)
            && !await feeds.HasAboutAsync(story.Item.Id, about, one.ServerId, cancellationToken)
        )
            return Texts["why.not_of_subject", ("name", Markdown.Escape(snapshots.Current.Facts.Find(about)?.Name ?? about))];
        if (one.FeedId is { } feed && !await feeds.HasAsync(story.Item.Id, feed, one.ServerId, cancellationToken))
            return Texts["why.other_feed"];
        if (await filters.FindAsync(one.ServerId, cancellationToken) is { } ofServer && !ofServer.Matches(FilterSubjects.From(story.Item)))
            return Texts["why.server_filter", ("filter", Markdown.Escape(ofServer.Description))];
        return StoryFilter.From(one.Filter) is { } filter && !filter.Matches(FilterSubjects.From(story.Item))
            ? Texts["why.filter", ("filter", Markdown.Escape(filter.Description))]
            : await ArrivalOfAsync(story.Item, one, cancellationToken);
    }

    private static string WaitOf(Subscription one) =>
        one.IsPaused ? Texts["why.digest_paused", ("reason", one.PausedBecause)]
        : one.Cadence == Cadence.Instant ? Texts["why.digest_many"]
        : Texts[
            "why.digest_due",
            ("time", Mentions.Timestamp(Schedule.For(one)!.Next((one.DigestedTo ?? one.CreatedAt).ToDateTimeOffset())))
        ];

    private static string In(string channel, string fate) => Texts["why.in", ("channel", Mentions.Channel(channel)), ("fate", fate)];

    // A held batch waits for its server's decision; other unposted stories are older than the subscription.
    private async Task<string> ArrivalOfAsync(NewsItem item, Subscription one, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                connection =>
                    connection.QueryFirstOrDefaultAsync<string>(
                        """
                        SELECT coalesce(decision, @open) FROM sightings LEFT JOIN held_decisions
                            ON held_decisions.batch_id = sightings.batch_id AND server_id = @ServerId
                        WHERE item_id = @item AND sightings.batch_id IS NOT NULL AND (@FeedId IS NULL OR feed_id = @FeedId)
                            ORDER BY sightings.id LIMIT 1
                        """,
                        new
                        {
                            open = Undecided,
                            item = item.Id,
                            one.ServerId,
                            one.FeedId,
                        }
                    ),
                cancellationToken
            )
        ) switch
        {
            Undecided => Texts["why.undecided"],
            HeldDecision.Drop => Texts["why.dropped"],
            null when item.FirstSeenAt - item.DatedAt > (long)TimeSpan.FromDays(MaxAge(one)).TotalMilliseconds => Texts[
                "why.too_old",
                ("days", Texts.Count("count.days", MaxAge(one)))
            ],
            null => Texts["why.first_reading"],
            _ => Texts["why.came_before"],
        };

    private int MaxAge(Subscription one) => one.MaxAgeDays ?? settings.MaxAgeDays;

    private async Task<IEnumerable<string>> OwnPostsAsync(long item, string server, CancellationToken cancellationToken) =>
        (
            await database.ReadAsync(
                async connection =>
                    (
                        await connection.QueryAsync<OutboxRow>(
                            $"SELECT {OutboxRow.Columns} FROM outbox WHERE item_id = @item AND kind = 'post' AND server_id = @server "
                                + $"ORDER BY id",
                            new { item, server }
                        )
                    ).ToArray(),
                cancellationToken
            )
        ).Select(row => In(row.ChannelId, StateOf(row, null)));

    private static string StateOf(OutboxRow row, string? paused) =>
        row.State switch
        {
            OutboxState.Sent or OutboxState.Stale => PostedOf(row),
            OutboxState.Pending when paused is not null => Texts["why.paused", ("reason", paused)],
            OutboxState.Pending => row.Reason is null ? Texts["why.waits_turn"] : Texts["why.waits", ("reason", row.Reason.Short)],
            OutboxState.Scheduled => Texts["why.due", ("time", row.NotBefore?.FormatTag() ?? "")],
            OutboxState.Sending => row.Reason is null ? Texts["why.sending"] : Texts["why.sending_but", ("reason", row.Reason.Short)],
            OutboxState.Held => Texts["why.held", ("reason", row.Reason?.Sentence ?? "")],
            OutboxState.Refused => Texts["why.refused", ("reason", row.Reason?.Short ?? "")],
            OutboxState.Covered => Texts["why.covered"],
            _ => Texts["why.not_posted", ("reason", row.Reason?.Short ?? Markdown.Escape(row.State))],
        };

    private static string PostedOf(OutboxRow row)
    {
        var text = Texts["why.posted", ("time", row.SentAt?.FormatTag() ?? "")];
        if (row is { MessageId: not null, ServerId: not null })
            text +=
                $" ([{Texts["why.to_post"]}](<https://discord.com/channels/"
                + $"{row.ServerId}/{row.MessageChannelId ?? row.ChannelId}/{row.MessageId}>))";
        return row.Publishing == CrosspostState.Pending ? Texts["why.waits_publishing", ("text", text)] : text;
    }

    internal sealed record Sighting
    {
        public required string Feed { get; init; }

        public long SeenAt { get; init; }

        public bool IsBaseline { get; init; }

        public long? BatchId { get; init; }
    }
}
