using System.Data.Common;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Items;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Writes what each subscription is to post, within the transaction that
/// stores the story: either both are there or neither.</summary>
internal static class SubscriptionMatcher
{
    // Titles that count something change all day.
    private const int MaxRetellings = 3;
    private static readonly TimeSpan BetweenTellings = TimeSpan.FromHours(1);

    /// <summary>Matches stories of one feed, or of none, in order.</summary>
    /// <param name="onlyServer">The one server to match for; null for all.</param>
    /// <param name="last">The youngest subscription to match for: one that was made later begins after what came then; null for
    /// all.</param>
    /// <param name="maxAgeDays">How old a story may be where its subscription does not say; null for any age.</param>
    /// <param name="isRetold">Whether they are stories whose title changed: for subscriptions alone that tell them again.</param>
    /// <returns>How many posts and digest lines were written.</returns>
    public static async Task<int> MatchAsync(
        DbConnection connection,
        IReadOnlyList<NewItem> sightings,
        FeedRecord? feed,
        long now,
        string? onlyServer = null,
        long? last = null,
        int? maxAgeDays = null,
        bool isRetold = false
    )
    {
        if (sightings.Count == 0)
            return 0;
        var subscriptions = (
            await connection.QueryAsync<Subscription>(
                $"""
                SELECT {Subscription.Columns} FROM subscriptions
                WHERE is_active = 1 AND (@onlyServer IS NULL OR server_id = @onlyServer) AND (@last IS NULL OR id <= @last)
                    AND (feed_id IS NULL OR feed_id = @feed) AND (user_id IS NULL OR paused_at IS NULL)
                    AND (@isRetold = 0 OR tells_again = 1 AND cadence = 'Instant')
                ORDER BY CASE WHEN user_id IS NOT NULL AND cadence <> 'Instant' THEN 1 ELSE 0 END, id
                """,
                new
                {
                    onlyServer,
                    last,
                    feed = feed?.Id,
                    isRetold = isRetold ? 1 : 0,
                }
            )
        ).ToArray();
        if (subscriptions.Length == 0)
            return 0;
        var listed = feed is null
            ? []
            : (
                await connection.QueryAsync<ServerFeed>(
                    "SELECT server_id AS ServerId, about AS About FROM server_feeds WHERE feed_id = @Id",
                    new { feed.Id }
                )
            ).ToDictionary(row => row.ServerId);
        var serverFilters = await ServerFilters.ReadAllAsync(connection);
        var written = 0;
        foreach (var sighting in sightings)
        {
            FilterSubject? words = null;
            foreach (var subscription in subscriptions)
            {
                if (!Wants(subscription, sighting, feed, listed) || IsTooOld(sighting, subscription.MaxAgeDays ?? maxAgeDays, now))
                    continue;
                var ofServer = subscription.ServerId is { } id ? serverFilters.GetValueOrDefault(id) : null;
                var ofItsOwn = StoryFilter.From(subscription.Filter);
                if (ofServer is not null || ofItsOwn is not null)
                {
                    words ??= await ReadWordsAsync(connection, sighting.Item);
                    if (ofServer?.Matches(words) == false || ofItsOwn?.Matches(words) == false)
                        continue;
                }

                written += await WriteAsync(connection, subscription, sighting.Item, now, isRetold);
            }
        }

        return written;
    }

    private static async Task<FilterSubject> ReadWordsAsync(DbConnection connection, long item) =>
        FilterSubjects.From(
            await connection.QueryFirstAsync<NewsItem>($"SELECT {NewsItem.Columns} FROM items WHERE id = @item", new { item })
        );

    private static bool Wants(Subscription subscription, NewItem sighting, FeedRecord? feed, Dictionary<string, ServerFeed> listed)
    {
        if (sighting.ServerId is { } owner && subscription.ServerId != owner)
            return false;
        var server = subscription.ServerId is { } id ? listed.GetValueOrDefault(id) : null;

        // A feed that moderators added is for their servers alone.
        if (feed is { Origin: FeedOrigin.Added } && server is null)
            return false;
        if (subscription.FeedId is { } wanted && wanted != feed?.Id)
            return false;
        return subscription.About is not { } about
            || sighting.Subjects.Contains(about, StringComparer.OrdinalIgnoreCase)
            || string.Equals(feed?.About, about, StringComparison.OrdinalIgnoreCase)
            || string.Equals(server?.About, about, StringComparison.OrdinalIgnoreCase);
    }

    // What comes to light long after its day is no news; what bears no date is as old as its coming in.
    private static bool IsTooOld(NewItem sighting, int? days, long now) =>
        days is { } most && sighting.DatedAt is { } dated && now - dated > (long)TimeSpan.FromDays(most).TotalMilliseconds;

    // A story is posted once, by the first feed of the subscription that tells it, and in that feed's words. One that came up so long ago
    // that its posts may be forgotten is not posted again.
    private static async Task<int> WriteAsync(DbConnection connection, Subscription subscription, long item, long now, bool isRetold)
    {
        // A person gets a story once, by whichever of their follows.
        var own = subscription.UserId is null
            ? "subscription_id = @Id"
            : "subscription_id IN (SELECT id FROM subscriptions WHERE user_id = @UserId)";
        var values = new
        {
            subscription.Id,
            subscription.UserId,
            item,
            now,
            server = subscription.ServerId,
            story = await Stories.CreateAsync(connection, item, subscription.ServerId),
        };
        var since = now - (long)FinishedPosts.Retention.TotalMilliseconds;
        if (
            await connection.ExecuteScalarAsync<long>($"SELECT MIN(first_seen_at) FROM items WHERE id IN ({Stories.Members})", values)
            < since
        )
            return 0;
        var told = await connection.QueryFirstAsync<Told>(
            $"SELECT COUNT(*) AS Count, coalesce(MAX(telling), 0) AS Telling, coalesce(MAX(created_at), 0) AS LastAt FROM outbox "
                + $"WHERE {own} AND kind = 'item' AND item_id IN ({Stories.Members})",
            values
        );
        var isThere = told.Count > 0;
        if (isThere && isRetold)
        {
            if (told.Telling >= MaxRetellings || now - told.LastAt < (long)BetweenTellings.TotalMilliseconds)
                return 0;
        }
        else if (isThere && (subscription.Cadence == Cadence.Instant || subscription.UserId is not null))
            return 0;
        if (subscription.Cadence != Cadence.Instant || await IsFullAsync(connection, subscription, own, now))
            return await connection.ExecuteAsync(
                $"""
                INSERT INTO digest_items (subscription_id, item_id, added_at) SELECT @Id, @item, @now
                WHERE NOT EXISTS (SELECT 1 FROM digest_items WHERE {own} AND item_id IN ({Stories.Members}))
                """,
                values
            );
        var isGathered =
            await connection.ExecuteScalarAsync<long>(
                $"SELECT COUNT(*) FROM digest_items WHERE {own} AND item_id IN ({Stories.Members})",
                values
            ) > 0;
        if (isGathered)
            return 0;
        var quiet = QuietHours.EndOf(subscription, now.ToDateTimeOffset());
        await OutboxWriter.AddAsync(
            connection,
            new NewPost(new StoryPayload(), subscription.ChannelId)
            {
                ServerId = subscription.ServerId,
                SubscriptionId = subscription.Id,
                ItemId = item,
                Telling = isThere ? told.Telling + 1 : 0,
                State = quiet is null ? OutboxState.Pending : OutboxState.Scheduled,
                NotBefore =
                    quiet?.ToUnixTimeMilliseconds() ?? (subscription.UserId is null ? null : await PersonalPace.NextAsync(connection, now)),
            },
            now
        );
        return 1;
    }

    // What is posted, or will be, counts; what another subscription had already, or no subscription wanted, does not.
    private static async Task<bool> IsFullAsync(DbConnection connection, Subscription subscription, string own, long now) =>
        subscription is { MaxPosts: { } most, MaxPostsPer: { } window }
        && await connection.ExecuteScalarAsync<long>(
            $"""
            SELECT COUNT(*) FROM outbox WHERE {own} AND kind = 'item' AND created_at > @since
                AND state NOT IN ('dropped', 'covered', 'refused')
            """,
            new
            {
                subscription.Id,
                subscription.UserId,
                since = now - (long)(window == PostWindow.Hour ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1)).TotalMilliseconds,
            }
        ) >= most;

    internal sealed record Told
    {
        public long Count { get; init; }

        public int Telling { get; init; }

        public long LastAt { get; init; }
    }

    internal sealed record ServerFeed
    {
        public required string ServerId { get; init; }

        public string? About { get; init; }
    }
}
