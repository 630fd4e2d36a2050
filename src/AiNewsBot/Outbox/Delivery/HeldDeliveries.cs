using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>What is held back until a moderator decides: posts with unknown
/// delivery, and feeds whose entries suddenly all look new.</summary>
internal sealed class HeldDeliveries(IDatabase database, OutboxStore outbox, OutboxSignal signal, TimeProvider time)
{
    // The server sees the feed, and followed it when the batch came.
    private const string IsToDecide = $"""
        {FeedStore.IsVisible} AND EXISTS (
            SELECT 1 FROM subscriptions WHERE subscriptions.server_id = @server AND is_active = 1
                AND subscriptions.id <= held_batches.last_subscription
                AND (subscriptions.feed_id IS NULL OR subscriptions.feed_id = feeds.id))
        """;

    /// <summary>The oldest post that is held back in a server.</summary>
    public Task<OutboxRow?> FindPostAsync(string server, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<OutboxRow>(
                    $"SELECT {OutboxRow.Columns} FROM outbox WHERE state = 'held' AND (server_id = @server OR channel_id IN (SELECT id "
                        + $"FROM channels WHERE server_id = @server)) ORDER BY id LIMIT 1",
                    new { server }
                ),
            cancellationToken
        );

    /// <summary>Decides on one: it was posted, or it is to be posted again.</summary>
    public async Task<bool> DecideAsync(long id, string server, bool isThere, CancellationToken cancellationToken = default)
    {
        var isDecided = await outbox.DecideHeldAsync(id, server, isThere, cancellationToken);
        signal.Raise();
        return isDecided;
    }

    /// <summary>The oldest batch of a feed that the server follows and has not decided on.</summary>
    public Task<HeldBatch?> FindBatchAsync(string server, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<HeldBatch>(
                    $"""
                    SELECT held_batches.id AS Id, coalesce(feeds.title, feeds.url) AS Feed, held_batches.feed_id AS FeedId,
                        held_batches.new_count AS NewCount, held_batches.entry_count AS EntryCount
                    FROM held_batches JOIN feeds ON feeds.id = held_batches.feed_id
                    WHERE NOT EXISTS (SELECT 1 FROM held_decisions WHERE batch_id = held_batches.id AND server_id = @server) AND
                        {IsToDecide}
                    ORDER BY held_batches.id LIMIT 1
                    """,
                    new { server }
                ),
            cancellationToken
        );

    /// <summary>Decides on a batch for one server.</summary>
    /// <returns>How many posts follow from it; null where it was decided before, or is not this server's to decide.</returns>
    public async Task<int?> DecideAsync(long batch, string server, string user, bool posts, CancellationToken cancellationToken = default)
    {
        var written = await database.WriteAsync(
            async connection =>
            {
                var now = time.Milliseconds();
                if (
                    await connection.ExecuteAsync(
                        $"""
                        INSERT INTO held_decisions (batch_id, server_id, decision, decided_by, decided_at)
                        SELECT held_batches.id, @server, @decision, @user, @now FROM held_batches JOIN feeds ON feeds.id =
                            held_batches.feed_id
                        WHERE held_batches.id = @batch AND {IsToDecide} ON CONFLICT DO NOTHING
                        """,
                        new
                        {
                            batch,
                            server,
                            decision = posts ? HeldDecision.Post : HeldDecision.Drop,
                            user,
                            now,
                        }
                    ) == 0
                )
                    return (int?)null;
                if (!posts)
                    return 0;
                var feed = await connection.QueryFirstAsync<FeedRecord>(
                    $"SELECT {FeedRecord.Columns} FROM feeds WHERE id = (SELECT feed_id FROM held_batches WHERE id = @batch)",
                    new { batch }
                );
                var sightings = new List<NewItem>();
                foreach (
                    var item in (
                        await connection.QueryAsync<long>(
                            "SELECT item_id FROM sightings WHERE batch_id = @batch ORDER BY id",
                            new { batch }
                        )
                    ).ToArray()
                )
                    sightings.Add(
                        new NewItem(
                            item,
                            [
                                .. await connection.QueryAsync<string>(
                                    "SELECT subject FROM item_subjects WHERE item_id = @item",
                                    new { item }
                                ),
                            ],
                            feed.Id
                        )
                    );
                var last = await connection.ExecuteScalarAsync<long?>(
                    "SELECT last_subscription FROM held_batches WHERE id = @batch",
                    new { batch }
                );
                return await SubscriptionMatcher.MatchAsync(connection, sightings, feed, now, server, last ?? 0);
            },
            cancellationToken
        );
        signal.Raise();
        return written;
    }
}

/// <summary>Stories of a feed that are held back.</summary>
internal sealed record HeldBatch
{
    public long Id { get; init; }

    public long FeedId { get; init; }

    public required string Feed { get; init; }

    public int NewCount { get; init; }

    public int EntryCount { get; init; }

    /// <summary>Why they are held back.</summary>
    public FeedDoubt Doubt => new(NewCount, EntryCount);
}
