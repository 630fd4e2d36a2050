using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Releases;

/// <summary>What the watchers of releases found, for those who keep the facts.</summary>
internal sealed class DiscoveredReleases(DatabaseWriter database)
{
    /// <summary>Those after one, oldest first; nothing of what was there when a watcher looked for the first time.</summary>
    public IReadOnlyList<DiscoveredRelease> After(long id, int most) =>
        database.Read(connection =>
            connection
                .Query<DiscoveredRelease>(
                    """
                    SELECT items.id AS Id, items.title AS Title, items.link AS Link, items.first_seen_at AS FirstSeenAt,
                        MAX(feeds.about) AS Maker, items.kind = 'Release' AS IsModel
                    FROM items JOIN sightings ON sightings.item_id = items.id JOIN feeds ON feeds.id = sightings.feed_id
                    WHERE items.id > @id AND sightings.is_baseline = 0 AND sightings.batch_id IS NULL
                        AND feeds.origin IN ('Shipped', 'Configured')
                        AND NOT EXISTS (SELECT 1 FROM items AS told JOIN sightings AS earlier ON earlier.item_id = told.id
                            JOIN feeds AS watcher ON watcher.id = earlier.feed_id
                            WHERE told.story_id = items.story_id AND told.id < items.id AND (watcher.kind = 'Hub'
                                OR watcher.url LIKE '%/releases.atom'))
                        AND (items.kind = 'Release' AND feeds.kind = 'Hub' OR items.kind = 'Entry' AND feeds.url LIKE '%/releases.atom')
                    GROUP BY items.id, items.title, items.link, items.first_seen_at, items.kind ORDER BY items.id LIMIT @most
                    """,
                    new { id, most }
                )
                .ToArray()
        );
}
