using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Ingest;

/// <summary>Takes in what was read from a feed: stories, who is to get them, and the feed's validators, all in one transaction.</summary>
internal sealed class FeedIngestor(DatabaseWriter database, ReadingPreparer preparer, NewsSettings settings, TimeProvider time)
{
    /// <returns>How many stories are new, and why they are held back; null where they are not.</returns>
    public (int New, FeedDoubt? Doubt) Ingest(FeedRecord feed, PollResult.Read read, long nextPollAt)
    {
        while (true)
        {
            var prepared = preparer.Prepare(feed, read.Feed);
            if (TryStore(feed, read, prepared, nextPollAt))
                return (feed.BaselineAt is null ? 0 : prepared.Diff.New.Count(), prepared.Diff.Doubt);
        }
    }

    /// <summary>Stores a reading; false, and nothing stored, where entries of the feed were stored since it was prepared.</summary>
    public bool TryStore(FeedRecord feed, PollResult.Read read, PreparedReading prepared, long nextPollAt) =>
        database.Write(connection =>
        {
            if (SightingsMark.Read(connection, feed.Id) != prepared.Known)
                return false;
            var now = time.Milliseconds();
            var diff = prepared.Diff;
            var batch = diff.Doubt is { } doubt ? Hold(connection, feed, doubt, now) : (long?)null;
            var fresh = ItemWriter.Write(connection, feed, prepared.Drafts, batch, now);
            SubscriptionMatcher.Match(connection, fresh, feed, now, maxAgeDays: settings.MaxAgeDays);
            MarkEdits(connection, feed.Id);
            connection.Execute(
                """
                UPDATE feeds SET title = coalesce(@title, title), identity = coalesce(@identity, identity), moved_to = coalesce(@movedTo,
                    moved_to), etag = @etag,
                    last_modified = @lastModified, body_hash = @BodyHash, baseline_at = coalesce(baseline_at, @now), polled_at = @now,
                        succeeded_at = @now,
                    next_poll_at = @nextPollAt, failures = 0, fault = NULL, is_active = CASE WHEN origin = 'Retired' THEN is_active ELSE 1
                        END, is_to_rekey = CASE WHEN @isEmpty THEN is_to_rekey ELSE 0 END,
                     newest_at = CASE WHEN @isNew THEN @now ELSE newest_at END
                WHERE id = @Id
                """,
                new
                {
                    feed.Id,
                    title = feed.Kind == FeedKind.Feed && read.Feed.Title is { } title ? title[..Math.Min(title.Length, 200)] : null,
                    identity = diff.Rule?.ToString(),
                    movedTo = read.MovedTo?.ToString(),
                    etag = read.Validators?.ETag,
                    lastModified = read.Validators?.LastModified,
                    read.BodyHash,
                    now,
                    nextPollAt,
                    isNew = diff.New.Any(),
                    isEmpty = diff.Entries.IsEmpty,
                }
            );
            return true;
        });

    private static long Hold(SqliteConnection connection, FeedRecord feed, FeedDoubt doubt, long now)
    {
        FeedNotices.AddHeld(connection, feed, doubt, now);
        return connection.ExecuteScalar<long>(
            "INSERT INTO held_batches (feed_id, held_at, new_count, entry_count, last_subscription) VALUES (@Id, @now, @NewCount, "
                + "@EntryCount, (SELECT MAX(id) FROM subscriptions)) RETURNING id",
            new
            {
                feed.Id,
                now,
                doubt.NewCount,
                doubt.EntryCount,
            }
        );
    }

    // Messages that show an older revision of a story of this feed are to be edited.
    private static void MarkEdits(SqliteConnection connection, long feed) =>
        OutboxWriter.MarkStale(
            connection,
            connection
                .Query<long>(
                    """
                    SELECT id FROM outbox
                    WHERE state = 'sent' AND kind = 'item' AND item_id IN (SELECT items.id FROM items JOIN sightings
                        ON sightings.item_id = items.id WHERE sightings.feed_id = @feed AND items.revision > 1)
                        AND revision < (SELECT revision FROM items WHERE items.id = outbox.item_id)
                    """,
                    new { feed }
                )
                .ToArray()
        );
}
