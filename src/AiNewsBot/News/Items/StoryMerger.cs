using System.Data.Common;
using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox;
using Dapper;

namespace AiNewsBot.News.Items;

/// <summary>
/// Makes a new item part of the story that it tells. The operator's feeds make stories of all servers; a feed that a server added makes
/// stories of that server, so that no server's feed decides what another is shown.
/// </summary>
internal static class StoryMerger
{
    /// <summary>Merges an item that is a story of its own yet, before its sighting is stored.</summary>
    public static async Task MergeAsync(DbConnection connection, FeedRecord feed, long item, NewStory entry)
    {
        if (feed.Origin == FeedOrigin.Added)
        {
            await MergeInAsync(
                connection,
                (await connection.QueryAsync<string>("SELECT server_id FROM server_feeds WHERE feed_id = @Id", new { feed.Id })).ToArray(),
                item,
                entry
            );
            return;
        }

        if (await StoryFinder.FindAsync(connection, entry, null) is { } story)
        {
            await connection.ExecuteAsync("UPDATE items SET story_id = @story WHERE id = @item", new { story, item });
            await RenewAsync(connection, story, item, null);
            return;
        }

        await MergeInAsync(
            connection,
            (
                await connection.QueryAsync<string>(
                    """
                    SELECT DISTINCT server_feeds.server_id FROM items JOIN sightings ON sightings.item_id = items.id
                        JOIN feeds ON feeds.id = sightings.feed_id
                    JOIN server_feeds ON server_feeds.feed_id = feeds.id
                    WHERE feeds.origin = 'Added' AND (items.canonical = @Canonical OR items.title_key = @TitleKey)
                    """,
                    new { entry.Canonical, entry.TitleKey }
                )
            ).ToArray(),
            item,
            entry
        );
    }

    private static async Task MergeInAsync(DbConnection connection, string[] servers, long item, NewStory entry)
    {
        foreach (var server in servers)
        {
            if (await StoryFinder.FindAsync(connection, entry, server) is not { } story)
                continue;
            await connection.ExecuteAsync(
                "INSERT INTO server_stories (server_id, story_id, same_as) VALUES (@server, @item, @story)",
                new
                {
                    server,
                    item,
                    story,
                }
            );
            await RenewAsync(connection, story, item, server);
        }
    }

    // Posts that show the other feeds of the story must be updated.
    private static async Task RenewAsync(DbConnection connection, long story, long item, string? server)
    {
        await connection.ExecuteAsync(
            $"UPDATE items SET revision = revision + 1 WHERE id <> @item AND id IN ({Stories.Members})",
            new
            {
                story,
                item,
                server,
            }
        );
        var shown = await connection.QueryAsync<long>(
            $"SELECT id FROM outbox WHERE state = 'sent' AND kind = 'item' AND item_id <> @item AND item_id IN "
                + $"({Stories.Members}) AND (@server IS NULL OR server_id = @server)",
            new
            {
                story,
                item,
                server,
            }
        );
        await OutboxWriter.MarkStaleAsync(connection, shown.ToArray());
    }
}
