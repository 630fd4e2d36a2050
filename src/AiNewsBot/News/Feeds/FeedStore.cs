using System.Data.Common;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Feeds;

/// <summary>Feeds in the database.</summary>
internal sealed class FeedStore(IDatabase database, TimeProvider time)
{
    // What came with the program and is off, because its address is not certain, is tried now and then: read once, it is on.
    private const string IsAsked = "(is_active = 1 OR origin = 'Shipped') AND gone_at IS NULL";
    private const long Day = 24 * 60 * 60 * 1000;

    /// <summary>Whether a row of <c>feeds</c> is one that the server <c>@server</c> sees:
    /// the operator's, and those that its own moderators added.</summary>
    internal const string IsVisible =
        "(feeds.origin IN ('Shipped', 'Configured') OR EXISTS (SELECT 1 FROM server_feeds WHERE server_feeds.feed_id = feeds.id AND "
        + "server_feeds.server_id = @server))";

    /// <summary>Feeds whose time has come, the longest waiting first.</summary>
    public async Task<IReadOnlyList<FeedRecord>> DueAsync(
        int most,
        PartitionSet partitions,
        CancellationToken cancellationToken = default
    ) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<FeedRecord>(
                        $"SELECT {FeedRecord.Columns} FROM feeds WHERE {IsAsked} AND next_poll_at <= @now AND {PartitionSet.HasFeedSql} "
                            + "ORDER BY next_poll_at LIMIT @most",
                        new
                        {
                            now = time.Milliseconds(),
                            most,
                            partitions.Bits,
                            partitions.Count,
                        }
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>When the next feed is due; null without feeds.</summary>
    public Task<long?> NextDueAsync(PartitionSet partitions, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<long?>(
                    $"SELECT MIN(next_poll_at) FROM feeds WHERE {IsAsked} AND {PartitionSet.HasFeedSql}",
                    new { partitions.Bits, partitions.Count }
                ),
            cancellationToken
        );

    public Task<FeedRecord?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<FeedRecord>($"SELECT {FeedRecord.Columns} FROM feeds WHERE id = @id", new { id }),
            cancellationToken
        );

    /// <summary>The feed of an address, as a server means it; null where it is unknown.</summary>
    public async Task<FeedRecord?> FindAsync(FeedAddress address, string? server, CancellationToken cancellationToken = default)
    {
        // A feed of another server that says that it has moved here may as well say that it moves back: it never answers for this address.
        return await database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<FeedRecord>(
                    $"SELECT {FeedRecord.Columns} FROM feeds WHERE url = @url OR moved_to = @url AND {IsVisible} ORDER BY url = @url "
                        + $"DESC, id LIMIT 1",
                    new { url = address.ToString(), server }
                ),
            cancellationToken
        );
    }

    /// <summary>What a server sees: the operator's feeds and those that its own moderators added.</summary>
    public async Task<IReadOnlyList<FeedRecord>> ForServerAsync(string? server, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<FeedRecord>(
                        $"""
                        SELECT {FeedRecord.Columns} FROM feeds
                        WHERE {IsVisible}
                        ORDER BY lower(coalesce(title, url)), id
                        """,
                        new { server }
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>Puts the clock right: after it went back, what was planned by the later time would be far off.</summary>
    /// <param name="shift">By how much it jumped, in milliseconds; null where that is not known.</param>
    /// <param name="partitions">Of which feeds: each process puts right what it planned itself.</param>
    public Task RescheduleAsync(long? shift, PartitionSet partitions, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                var now = time.Milliseconds();

                // What was read between the jump and its being noticed is planned by the new time already: put off once more, it would
                // wait for as long as the clock jumped. After a jump back such a feed is only read early.
                if (shift is { } jump)
                    await connection.ExecuteAsync(
                        $"""
                        UPDATE feeds SET next_poll_at = next_poll_at + @jump, polled_at = polled_at + @jump,
                            failing_since = failing_since + @jump
                        WHERE (@jump < 0 OR polled_at IS NULL OR polled_at < @now - @jump / 2) AND {PartitionSet.HasFeedSql}
                        """,
                        new
                        {
                            jump,
                            now,
                            partitions.Bits,
                            partitions.Count,
                        }
                    );
                else
                    await connection.ExecuteAsync(
                        "UPDATE feeds SET next_poll_at = @now WHERE (polled_at > @now OR next_poll_at > @now + 86400000) AND "
                            + PartitionSet.HasFeedSql,
                        new
                        {
                            now,
                            partitions.Bits,
                            partitions.Count,
                        }
                    );
            },
            cancellationToken
        );

    /// <summary>Notes feeds that brought nothing: many in one transaction.</summary>
    /// <param name="notes">What is to be noted.</param>
    /// <param name="confirmAsync">Says within the transaction which feeds are still the caller's to note; null for all.</param>
    /// <returns>Whether there is something to tell moderators.</returns>
    public Task<bool> RecordPollsAsync(
        IReadOnlyCollection<FeedPollUpdate> notes,
        Func<DbConnection, Task<PartitionSet>>? confirmAsync = null
    ) =>
        database.WriteAsync(async connection =>
        {
            var held = confirmAsync is null ? PartitionSet.All : await confirmAsync(connection);
            var valid = notes.Where(note => held.HasFeed(note.Id)).ToArray();

            // A feed that was read and stored has no failures, so that the next one begins a new count.
            await connection.ExecuteAsync(
                """
                UPDATE feeds SET polled_at = @polledAt, next_poll_at = @nextPollAt, succeeded_at = CASE WHEN @Fault IS NULL THEN @polledAt
                    ELSE succeeded_at END,
                    failures = CASE WHEN @Fault IS NULL THEN 0 ELSE failures + 1 END, fault = @Fault,
                    failing_since = CASE WHEN @Fault IS NULL THEN NULL WHEN failures = 0 THEN @polledAt
                        ELSE coalesce(failing_since, @polledAt) END,
                    failure_told_at = CASE WHEN @Fault IS NULL OR failures = 0 THEN NULL ELSE failure_told_at END,
                    moved_to = CASE WHEN @HasLeft OR @Fault IS NOT NULL AND failures >= 5 THEN NULL ELSE coalesce(@MovedTo, moved_to) END,
                    etag = CASE WHEN @Fault IS NULL THEN @ETag ELSE etag END, last_modified = CASE WHEN @Fault IS NULL THEN @LastModified
                        ELSE last_modified END
                WHERE id = @Id
                """,
                valid.Select(note =>
                {
                    var (polledAt, nextPollAt) = note.Timing.ToInstants(time);
                    return new
                    {
                        note.Id,
                        polledAt,
                        nextPollAt,
                        note.Fault,
                        note.MovedTo,
                        note.HasLeft,
                        note.ETag,
                        note.LastModified,
                    };
                })
            );
            return await FeedNotices.AddGoneAsync(connection, [.. valid.Where(note => note.IsGone)], time.Milliseconds()) > 0;
        });

    /// <summary>Tells the moderators of feeds that failed for a day, once each.</summary>
    /// <returns>Whether there was something to tell.</returns>
    public async Task<bool> NotifyFailingAsync(CancellationToken cancellationToken = default)
    {
        var before = time.Milliseconds() - Day;
        return await database.ReadAsync(async connection => (await FeedNotices.FailingAsync(connection, before)).Count, cancellationToken)
                > 0
            && await database.WriteAsync(
                connection => FeedNotices.AddFailingAsync(connection, before, time.Milliseconds()),
                cancellationToken
            ) > 0;
    }

    /// <summary>
    /// Turns on a feed that was off until it could be read, or that was gone; a feed of moderators is on from the beginning.
    /// </summary>
    public async Task<bool> ActivateAsync(long id, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    UPDATE feeds SET is_active = 1, gone_at = NULL, failures = 0, fault = NULL, next_poll_at = @now
                    WHERE id = @id AND (is_active = 0 OR gone_at IS NOT NULL)
                    """,
                    new { id, now = time.Milliseconds() }
                ),
            cancellationToken
        ) > 0;
}
