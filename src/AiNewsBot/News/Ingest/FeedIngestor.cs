using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Feeds;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Ingest;

/// <summary>Takes in what was read from a feed: stories, who is to get them, and the feed's validators, all in one transaction.</summary>
internal sealed class FeedIngestor(
    IDatabase database,
    ReadingPreparer preparer,
    ArticlePictures pictures,
    NewsSettings settings,
    TimeProvider time
)
{
    /// <param name="confirmAsync">Says within the transaction which feeds are still the caller's to read; null where it asks out of
    /// turn.</param>
    /// <exception cref="OperationCanceledException">The feed is another process's to read by now.</exception>
    /// <returns>How many stories are new, and why they are held back; null where they are not.</returns>
    public async Task<(int New, FeedDoubt? Doubt)> IngestAsync(
        FeedRecord feed,
        PollResult.Read read,
        PollTiming timing,
        Func<DbConnection, Task<PartitionSet>>? confirmAsync = null,
        CancellationToken cancellationToken = default
    )
    {
        ImmutableDictionary<string, EntryPicture>? found = null;
        while (true)
        {
            var prepared = await preparer.PrepareAsync(feed, read.Feed, cancellationToken);
            found ??= await pictures.FindAsync(feed, prepared, cancellationToken);
            if (
                await TryStoreAsync(
                    feed,
                    read,
                    OwnPictures.Of(feed, ArticlePictures.With(prepared, found)),
                    timing,
                    confirmAsync,
                    cancellationToken
                )
            )
                return (feed.BaselineAt is null ? 0 : prepared.Diff.New.Count(), prepared.Diff.Doubt);
        }
    }

    /// <summary>Stores a reading; false, and nothing stored, where entries of the feed were stored since it was prepared.</summary>
    public Task<bool> TryStoreAsync(
        FeedRecord feed,
        PollResult.Read read,
        PreparedReading prepared,
        PollTiming timing,
        Func<DbConnection, Task<PartitionSet>>? confirmAsync = null,
        CancellationToken cancellationToken = default
    ) =>
        database.WriteAsync(
            async connection =>
            {
                if (confirmAsync is not null && !(await confirmAsync(connection)).HasFeed(feed.Id))
                    throw new OperationCanceledException("Another process reads the feed by now.");
                if (await SightingsMark.ReadAsync(connection, feed.Id) != prepared.Known)
                    return false;
                var now = time.Milliseconds();
                var diff = prepared.Diff;
                var batch = diff.Doubt is { } doubt ? await HoldAsync(connection, feed, doubt, now) : (long?)null;
                var fresh = await ItemWriter.WriteAsync(connection, feed, prepared.Drafts, batch, now);
                await SubscriptionMatcher.MatchAsync(connection, fresh, feed, now, maxAgeDays: settings.MaxAgeDays);
                if (batch is null)
                    await SubscriptionMatcher.MatchAsync(connection, [.. Retitled(feed, prepared)], feed, now, isRetold: true);
                await MarkEditsAsync(connection, feed.Id);
                await connection.ExecuteAsync(
                    """
                    UPDATE feeds SET title = coalesce(@title, title), icon = coalesce(@icon, icon),
                        identity = coalesce(@identity, identity), moved_to = coalesce(@movedTo,
                        moved_to), etag = @etag,
                        last_modified = @lastModified, body_hash = @BodyHash, baseline_at = coalesce(baseline_at, @now), polled_at = @now,
                            succeeded_at = @now,
                        next_poll_at = @nextPollAt, failures = 0, fault = NULL, is_active = CASE WHEN origin = 'Retired' THEN is_active
                            ELSE 1
                            END, is_to_rekey = CASE WHEN @isEmpty THEN is_to_rekey ELSE 0 END,
                         newest_at = CASE WHEN @isNew THEN @now ELSE newest_at END
                    WHERE id = @Id
                    """,
                    new
                    {
                        feed.Id,
                        title = feed.Kind == FeedKind.Feed && read.Feed.Title is { } title ? title[..Math.Min(title.Length, 200)] : null,
                        icon = read.Feed.Icon is { } icon && OwnPictures.IsShown(feed, icon) ? icon : null,
                        identity = diff.Rule?.ToString(),
                        movedTo = read.MovedTo?.ToString(),
                        etag = read.Validators?.ETag,
                        lastModified = read.Validators?.LastModified,
                        read.BodyHash,
                        now,
                        nextPollAt = timing.ToInstants(time).NextPollAt,
                        isNew = diff.New.Any(),
                        isEmpty = diff.Entries.IsEmpty,
                    }
                );
                return true;
            },
            cancellationToken
        );

    private static IEnumerable<NewItem> Retitled(FeedRecord feed, PreparedReading prepared) =>
        prepared
            .Drafts.Where(draft => draft.IsEdited && draft.Entry.Known is { } known && known.Keys.Title != draft.Entry.Keys.Title)
            .Select(draft => new NewItem(draft.Entry.Known!.Item, draft.Subjects, feed.Id));

    private static async Task<long> HoldAsync(DbConnection connection, FeedRecord feed, FeedDoubt doubt, long now)
    {
        await FeedNotices.AddHeldAsync(connection, feed, doubt, now);
        return await connection.ExecuteScalarAsync<long>(
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
    private static async Task MarkEditsAsync(DbConnection connection, long feed) =>
        await OutboxWriter.MarkStaleAsync(
            connection,
            (
                await connection.QueryAsync<long>(
                    """
                    SELECT id FROM outbox
                    WHERE state = 'sent' AND kind = 'item' AND item_id IN (SELECT items.id FROM items JOIN sightings
                        ON sightings.item_id = items.id WHERE sightings.feed_id = @feed AND items.revision > 1)
                        AND revision < (SELECT revision FROM items WHERE items.id = outbox.item_id)
                    """,
                    new { feed }
                )
            ).ToArray()
        );
}
