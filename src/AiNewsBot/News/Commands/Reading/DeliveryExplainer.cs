using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
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

    /// <summary>Why a post is there.</summary>
    public async Task<Card> ExplainAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        var writer = new CardWriter(VerdictStyle.Accent(null));
        if (row.SubscriptionId is { } id && await subscriptions.FindAsync(id, cancellationToken) is { } subscription)
            writer.Add(
                $"This post is there because of a subscription: {await text.RichAsync(subscription, cancellationToken: cancellationToken)}."
            );
        else
            writer.Add(
                row.Kind == OutboxRow.Post ? "A moderator of this server wrote this post."
                : row.Kind == OutboxRow.Notice ? "The bot tells the moderators of this server."
                : "The subscription that brought this post has ended."
            );
        if (row.ItemId is { } item && await stories.ReadAsync(item, row.ServerId, cancellationToken) is { } story)
            writer.Add([.. await StagesAsync(story, row.ServerId, cancellationToken)], count => $"-# and {count} more");
        return writer.ToCard();
    }

    /// <summary>What became of a story in a server.</summary>
    public async Task<Card> ExplainAsync(StoryView story, string? server, CancellationToken cancellationToken = default)
    {
        var writer = new CardWriter(VerdictStyle.Accent(null))
            .Add($"### {StoryCards.TitleOf(story.Item)}")
            .Add([.. await StagesAsync(story, server, cancellationToken)], count => $"-# and {count} more");
        if (server is null)
            return writer.Add("Ask in a server to see where it was posted there.").ToCard();
        if (story.Item.Kind == ItemKind.Post)
            return writer
                .Add([.. await OwnPostsAsync(story.Item.Id, server, cancellationToken)], count => $"-# and {count} more", isApart: true)
                .ToCard();
        var fates = new List<string>();
        foreach (var one in await subscriptions.ForServerAsync(server, cancellationToken))
            fates.Add(
                $"- {await text.RichAsync(one, cancellationToken: cancellationToken)}: {await FateOfAsync(story, one, cancellationToken)}"
            );
        return writer
            .Add(
                fates.Count == 0 ? ["This server follows no news."] : [.. fates],
                count => $"-# and {count} more subscriptions",
                isApart: true
            )
            .ToCard();
    }

    /// <summary>The same in a line for each subscription.</summary>
    public async Task<string> ExplainBrieflyAsync(StoryView story, string server, CancellationToken cancellationToken = default)
    {
        var fates = new List<string>();
        foreach (var one in (await subscriptions.ForServerAsync(server, cancellationToken)).Take(MaxBrief))
            fates.Add($"  - in {Mentions.Channel(one.ChannelId)}: {await FateOfAsync(story, one, cancellationToken)}");
        return $"- {StoryCards.TitleOf(story.Item)}\n{(fates.Count == 0 ? "  - this server follows no news" : string.Join('\n', fates))}";
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
                $"- came in {sighting.SeenAt.FormatTag()} from {Markdown.Escape(sighting.Feed)}"
                    + (
                        sighting.IsBaseline ? ", with the first reading of that feed, which is never posted"
                        : sighting.BatchId is not null ? ", with so many others at once that moderators decide on them (`/news list`)"
                        : ""
                    )
            );
        }

        if (sightings.Length == 0 && story.Item.Kind == ItemKind.Post)
            stages.Add($"- written by a moderator {story.Item.FirstSeenAt.FormatTag()}");
        stages.Add($"- dated {story.Item.DatedAt.FormatTag()}");
        var names = story
            .Subjects.Select(snapshots.Current.Facts.Find)
            .OfType<AiNewsBot.Facts.Model.SubjectView>()
            .Select(subject => Markdown.Escape(subject.Name))
            .ToArray();
        stages.Add(names.Length == 0 ? "- speaks of no model or maker that is known" : $"- speaks of {string.Join(", ", names)}");
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
            return one.IsPaused ? $"waits for its digest, which is paused: {one.PausedBecause}"
                : one.Cadence == Cadence.Instant ? "waits for a digest with others that were too many to be posted at once"
                : $"waits for the digest due "
                    + $"{Mentions.Timestamp(Schedule.For(one)!.Next((one.DigestedTo ?? one.CreatedAt).ToDateTimeOffset()))}";
        if (one.CreatedAt > story.Item.FirstSeenAt)
            return "not posted: it came in before this was followed";
        if (
            one.About is { } about
            && !story.Subjects.Contains(about, StringComparer.OrdinalIgnoreCase)
            && !await feeds.HasAboutAsync(story.Item.Id, about, one.ServerId, cancellationToken)
        )
            return $"not posted: it does not speak of {Markdown.Escape(snapshots.Current.Facts.Find(about)?.Name ?? about)}";
        if (one.FeedId is { } feed && !await feeds.HasAsync(story.Item.Id, feed, one.ServerId, cancellationToken))
            return "not posted: it came from another feed";
        if (await filters.FindAsync(one.ServerId, cancellationToken) is { } ofServer && !ofServer.Matches(FilterSubjects.From(story.Item)))
            return $"not posted: this server's filter for all of its news keeps it out ({Markdown.Escape(ofServer.Description)})";
        return StoryFilter.From(one.Filter) is { } filter && !filter.Matches(FilterSubjects.From(story.Item))
            ? $"not posted: the filter of this subscription keeps it out ({Markdown.Escape(filter.Description)})"
            : await ArrivalOfAsync(story.Item, one, cancellationToken);
    }

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
            Undecided => "held back, with many others that came at once, until a moderator decides (`/news list`)",
            HeldDecision.Drop => "not posted: a moderator dropped it, with many others that came at once",
            null when item.FirstSeenAt - item.DatedAt > (long)TimeSpan.FromDays(MaxAge(one)).TotalMilliseconds =>
                $"not posted: it was more than {Quantity.Format(MaxAge(one), "day")} old when it came in",
            null => "not posted: it was there at the first reading of its feed",
            _ => "not posted: it came before this was followed",
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
        ).Select(row => $"- in {Mentions.Channel(row.ChannelId)}: {StateOf(row, null)}");

    private static string StateOf(OutboxRow row, string? paused) =>
        row.State switch
        {
            OutboxState.Sent or OutboxState.Stale => $"posted {row.SentAt?.FormatTag()}"
                + (
                    row.MessageId is null || row.ServerId is null
                        ? ""
                        : " ([to the post](<https://discord.com/channels/"
                            + $"{row.ServerId}/{row.MessageChannelId ?? row.ChannelId}/{row.MessageId}>))"
                )
                + (row.Publishing == CrosspostState.Pending ? ", and waits to be published to followers" : ""),
            OutboxState.Pending when paused is not null => $"waits; the subscription is paused: {paused}",
            OutboxState.Pending => row.Reason is null ? "waits for its turn" : $"waits: {row.Reason.Short}",
            OutboxState.Scheduled => $"is due {row.NotBefore?.FormatTag()}",
            OutboxState.Sending => "is being sent" + (row.Reason is null ? "" : $": {row.Reason.Short}"),
            OutboxState.Held => $"held back: {row.Reason?.Sentence}",
            OutboxState.Refused => $"refused by Discord: {row.Reason?.Short}",
            OutboxState.Covered => "not posted again: another subscription of the channel has posted it",
            _ => $"not posted: {row.Reason?.Short ?? Markdown.Escape(row.State)}",
        };

    internal sealed record Sighting
    {
        public required string Feed { get; init; }

        public long SeenAt { get; init; }

        public bool IsBaseline { get; init; }

        public long? BatchId { get; init; }
    }
}
