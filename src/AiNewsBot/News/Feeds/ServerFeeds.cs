using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Feeds;

/// <summary>Feeds that moderators put on their server's list.</summary>
internal sealed class ServerFeeds(IDatabase database, TimeProvider time)
{
    /// <summary>How many a server may add.</summary>
    public const int MaxCount = 50;

    public Task<int> CountAsync(string server, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM server_feeds WHERE server_id = @server", new { server }),
            cancellationToken
        );

    /// <summary>Whether a server's list can hold a feed, or has it already.</summary>
    /// <param name="feed">Its id; null where it is not known yet.</param>
    public async Task<bool> HasRoomAsync(string server, long? feed, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<int>(
                    "SELECT COUNT(*) FROM server_feeds WHERE server_id = @server AND feed_id IS DISTINCT FROM @feed",
                    new { server, feed }
                ),
            cancellationToken
        ) < MaxCount;

    /// <summary>Puts a feed on a server's list; false where it is there already.</summary>
    public Task<bool> AddAsync(
        FeedAddress address,
        string server,
        string? about,
        string user,
        CancellationToken cancellationToken = default
    ) =>
        database.WriteAsync(
            async connection =>
            {
                var now = time.Milliseconds();
                var url = address.ToString();

                // One that was off gets a new baseline: what it published meanwhile is no news.
                await connection.ExecuteAsync(
                    """
                    INSERT INTO feeds (url, kind, origin, title, is_active, next_poll_at, created_at)
                        VALUES (@url, @kind, 'Added', @title, 1, @now, @now)
                    ON CONFLICT (url) DO UPDATE SET origin = 'Added', is_active = 1, next_poll_at = @now, baseline_at = NULL, body_hash =
                        NULL,
                        etag = NULL, last_modified = NULL, gone_at = NULL, failures = 0, fault = NULL
                    WHERE feeds.origin = 'Retired'
                    """,
                    new
                    {
                        url,
                        kind = HubFeeds.KindOf(address).ToString(),
                        title = HubFeeds.TitleOf(address),
                        now,
                    }
                );
                return await connection.ExecuteAsync(
                        "INSERT INTO server_feeds (feed_id, server_id, about, added_by, added_at) SELECT id, @server, @about, @user, @now "
                            + "FROM feeds WHERE url = @url ON CONFLICT DO NOTHING",
                        new
                        {
                            url,
                            server,
                            about,
                            user,
                            now,
                        }
                    ) > 0;
            },
            cancellationToken
        );

    /// <summary>Changes how a feed of the server's list is shown there; null leaves as it is.</summary>
    public Task ChangeAsync(
        FeedAddress address,
        string server,
        bool? hasPictures,
        bool? isExplicit,
        bool? isTitleAlone,
        CancellationToken cancellationToken = default
    ) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    UPDATE server_feeds SET has_pictures = coalesce(@hasPictures, has_pictures),
                        is_explicit = coalesce(@isExplicit, is_explicit), is_title_alone = coalesce(@isTitleAlone, is_title_alone)
                    WHERE server_id = @server AND feed_id IN (SELECT id FROM feeds WHERE url = @url)
                    """,
                    new
                    {
                        url = address.ToString(),
                        server,
                        hasPictures = NumberOf(hasPictures),
                        isExplicit = NumberOf(isExplicit),
                        isTitleAlone = NumberOf(isTitleAlone),
                    }
                ),
            cancellationToken
        );

    private static int? NumberOf(bool? flag) => flag is { } value ? Convert.ToInt32(value) : null;

    /// <summary>Takes a feed off a server's list; its subscriptions there end. Where no other server has it, it is no longer
    /// polled.</summary>
    /// <returns>How many subscriptions ended; null where it did not stand there.</returns>
    public Task<int?> RemoveAsync(long feed, string server, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                if (
                    await connection.ExecuteAsync(
                        "DELETE FROM server_feeds WHERE feed_id = @feed AND server_id = @server",
                        new { feed, server }
                    ) == 0
                )
                    return (int?)null;
                var isOperators =
                    await connection.ExecuteScalarAsync<long>(
                        "SELECT COUNT(*) FROM feeds WHERE id = @feed AND origin IN ('Shipped', 'Configured')",
                        new { feed }
                    ) > 0;
                if (isOperators)
                    return 0;
                await connection.ExecuteAsync(
                    """
                    UPDATE feeds SET origin = 'Retired', is_active = 0 WHERE id = @feed AND NOT EXISTS (SELECT 1 FROM server_feeds
                        WHERE feed_id = @feed)
                    """,
                    new { feed }
                );
                var ended = await connection.QueryAsync<long>(
                    "SELECT id FROM subscriptions WHERE feed_id = @feed AND server_id = @server AND config_key IS NULL",
                    new { feed, server }
                );
                foreach (var id in ended.ToArray())
                    await OutboxWriter.DropAsync(connection, id, ReasonCode.FeedRemoved);
                return await connection.ExecuteAsync(
                    "UPDATE subscriptions SET is_active = 0 WHERE feed_id = @feed AND server_id = @server AND config_key IS NULL AND "
                        + "is_active = 1",
                    new { feed, server }
                );
            },
            cancellationToken
        );
}
