using System.Data.Common;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Releases;

/// <summary>What the watchers of releases found, for those who keep the facts.</summary>
internal sealed class DiscoveredReleases(IDatabase database)
{
    /// <summary>Those after one, oldest first; nothing of what was there when a watcher looked for the first time.</summary>
    public async Task<IReadOnlyList<DiscoveredRelease>> AfterAsync(long id, int most, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<DiscoveredRelease>(
                        """
                        SELECT items.id AS Id, items.title AS Title, items.link AS Link, items.first_seen_at AS FirstSeenAt,
                            MAX(feeds.about) AS Maker, items.kind = 'Release' AS IsModel, discoveries.owner AS Owner,
                            discoveries.repository AS Repository, discoveries.version AS Version, discoveries.licence AS Licence
                        FROM discoveries JOIN items ON items.id = discoveries.item_id JOIN sightings ON sightings.item_id = items.id
                            JOIN feeds ON feeds.id = sightings.feed_id
                        WHERE items.id > @id AND sightings.is_baseline = 0 AND sightings.batch_id IS NULL
                            AND feeds.origin IN ('Shipped', 'Configured')
                            AND NOT EXISTS (SELECT 1 FROM items AS told JOIN discoveries AS earlier ON earlier.item_id = told.id
                                WHERE told.story_id = items.story_id AND told.id < items.id)
                        GROUP BY items.id, items.title, items.link, items.first_seen_at, items.kind, discoveries.owner,
                            discoveries.repository, discoveries.version, discoveries.licence
                        ORDER BY items.id LIMIT @most
                        """,
                        new { id, most }
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>Stores what an item tells of, or tells of now; nothing for an item that tells of no release.</summary>
    public static async Task RecordAsync(DbConnection connection, long item, Discovery? discovery)
    {
        if (discovery is null)
            return;
        await connection.ExecuteAsync(
            """
            INSERT INTO discoveries (item_id, owner, repository, version, licence) VALUES (@item, @Owner, @Repository, @Version, @Licence)
            ON CONFLICT (item_id) DO UPDATE SET version = excluded.version, licence = excluded.licence
            """,
            new
            {
                item,
                discovery.Owner,
                discovery.Repository,
                discovery.Version,
                discovery.Licence,
            }
        );
    }
}
