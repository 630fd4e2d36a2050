using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Ingest;

/// <summary>Takes in what was read from a feed: stories, who is to get them, and the feed's validators, all in one transaction.</summary>
internal sealed class FeedIngestor(DatabaseWriter database, ItemWriter items, NewsSettings settings, TimeProvider time)
{
    private const int MaxEntries = 10_000;

    /// <returns>How many stories are new, and why they are held back; null where they are not.</returns>
    public (int New, string? Doubt) Ingest(FeedRecord feed, PollResult.Read read, long nextPollAt) =>
        database.Write(connection =>
        {
            var now = time.Milliseconds();
            var known = Known(connection, feed.Id);
            var reading = FeedDiff.Create(
                feed.BaselineAt is null ? null : feed.Identity,
                known,
                [.. read.Feed.Entries.Take(MaxEntries)],
                feed.IsToRekey
            );
            var isBaseline = feed.BaselineAt is null;
            var isNew = reading.New.Any();
            var batch = reading.Doubt is { } doubt ? Hold(connection, feed, doubt, now) : (long?)null;
            var fresh = items.Write(
                connection,
                feed,
                reading,
                new FeedSite(feed.Url, feed.MovedTo, read.Feed.Link),
                ReleaseFeeds.PrefixOf(feed.Url),
                isBaseline,
                batch,
                now
            );
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
                    identity = reading.Rule?.ToString(),
                    movedTo = read.MovedTo?.ToString(),
                    etag = read.Validators?.ETag,
                    lastModified = read.Validators?.LastModified,
                    read.BodyHash,
                    now,
                    nextPollAt,
                    isNew,
                    isEmpty = reading.Entries.IsEmpty,
                }
            );
            return (isBaseline ? 0 : reading.New.Count(), reading.Doubt);
        });

    private static KnownEntry[] Known(SqliteConnection connection, long feed) =>
        [
            .. connection
                .Query<SightingRow>(
                    """
                    SELECT id AS Id, item_id AS Item, guid_key AS Guid, guid_fragment AS GuidFragment, link_key AS Link, title_key AS Title,
                        content_key AS Content, published_at AS Published,
                        is_published AS IsPublished, link AS Address
                    FROM sightings WHERE feed_id = @feed ORDER BY id
                    """,
                    new { feed }
                )
                .Select(row => row.ToKnown()),
        ];

    private static long Hold(SqliteConnection connection, FeedRecord feed, string reason, long now)
    {
        // Servers that follow the feed are notified in their audit channel.
        connection.Execute(
            """
            INSERT INTO outbox (kind, server_id, channel_id, part, state, created_at)
            SELECT 'notice', servers.id, servers.audit_channel, @text, 'pending', @now FROM servers
            WHERE servers.audit_channel IS NOT NULL AND servers.left_at IS NULL
                AND (@isForAll OR EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = @Id AND server_id = servers.id))
                AND EXISTS (SELECT 1 FROM subscriptions
                    WHERE server_id = servers.id AND is_active = 1 AND (feed_id IS NULL OR feed_id = @Id))
            """,
            new
            {
                feed.Id,
                text = $"News of {Markdown.Escape(feed.Name)} is held back: {Markdown.Escape(reason)}. `/news list` shows it.",
                now,
                isForAll = feed.Origin is FeedOrigin.Shipped or FeedOrigin.Configured,
            }
        );
        return connection.ExecuteScalar<long>(
            "INSERT INTO held_batches (feed_id, held_at, reason, last_subscription) VALUES (@Id, @now, @reason, (SELECT MAX(id) FROM "
                + "subscriptions)) RETURNING id",
            new
            {
                feed.Id,
                now,
                reason,
            }
        );
    }

    // Messages that show an older revision of a story of this feed are to be edited; the dispatcher finds them by their state.
    private static void MarkEdits(SqliteConnection connection, long feed) =>
        connection.Execute(
            """
            UPDATE outbox SET state = 'stale'
            WHERE state = 'sent' AND kind = 'item' AND item_id IN (SELECT items.id FROM items JOIN sightings ON sightings.item_id = items.id
                WHERE sightings.feed_id = @feed AND items.revision > 1)
                AND revision < (SELECT revision FROM items WHERE items.id = outbox.item_id)
            """,
            new { feed }
        );

    internal sealed record SightingRow
    {
        public long Id { get; init; }

        public long Item { get; init; }

        public long? Guid { get; init; }

        public long? GuidFragment { get; init; }

        public long? Link { get; init; }

        public long? Title { get; init; }

        public long Content { get; init; }

        public long? Published { get; init; }

        public bool IsPublished { get; init; }

        public string? Address { get; init; }

        public KnownEntry ToKnown() =>
            new(
                Id,
                Item,
                new EntryKeys
                {
                    Id = Guid,
                    IdFragment = GuidFragment,
                    Link = Link,
                    LinkFragment = EntryKeys.FragmentOf(Address),
                    Title = Title,
                    Content = Content,
                    Published = Published,
                    IsPublished = IsPublished,
                },
                Address
            );
    }
}
