using System.Data.Common;
using AiNewsBot.Answering;
using AiNewsBot.Answering.Feedback;
using AiNewsBot.Chat;
using AiNewsBot.Jobs;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Servers.Privacy;

/// <summary>Looks each hour which servers the bot left, and forgets all of them that is 30 days old; and unfinished forms and files that
/// are a day old.</summary>
internal sealed partial class ServerRetentionJob(
    IDatabase database,
    IChatTransport transport,
    FeedbackStore feedback,
    SnapshotHolder snapshots,
    TimeProvider time,
    ILogger<ServerRetentionJob> logger
) : BackgroundService
{
    private const string Asked = "servers-asked";
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);
    private static readonly TimeSpan UnfinishedRetention = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("check which servers the bot left", time, logger).RunAsync(
            Interval,
            Interval,
            async token =>
            {
                await feedback.DeleteOldAsync(token);
                await DropUnfinishedAsync(token);
                await DropPersonalAsync(token);
                if (transport.Servers is { } servers)
                    await RunAsync(servers, transport.KnowsServer, token);
                else
                    await AskAsync(token);
            },
            stoppingToken
        );
    }

    /// <summary>Asks the chat for the servers, where no gateway tells them; of several processes one an hour.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        if (await IsMyTurnAsync(cancellationToken) && await transport.ListServersAsync(cancellationToken) is { } servers)
            await RunAsync(servers, _ => true, cancellationToken);
    }

    // A clock that was set back leaves a turn of a time to come behind.
    private async Task<bool> IsMyTurnAsync(CancellationToken cancellationToken) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO cursors (name, at) VALUES (@Asked, @now)
                    ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE cursors.at <= @before OR cursors.at > @now
                    """,
                    new
                    {
                        Asked,
                        now = time.Milliseconds(),
                        before = time.Milliseconds() - (long)(Interval / 2).TotalMilliseconds,
                    }
                ),
            cancellationToken
        ) > 0;

    /// <summary>Marks servers that were left, and those that came back; forgets those that are long gone.</summary>
    /// <param name="present">The servers that have the bot.</param>
    /// <param name="isKnown">Whether it is known if a server has the bot.</param>
    public async Task RunAsync(IReadOnlySet<string> present, Predicate<string> isKnown, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var gone = await database.WriteAsync(
            async connection =>
            {
                var known = await KnownServers.ReadAsync(connection);
                foreach (var server in known.Where(server => isKnown(server)))
                {
                    await connection.ExecuteAsync(
                        """
                        INSERT INTO servers (id, left_at) VALUES (@server, @left)
                        ON CONFLICT (id) DO UPDATE SET left_at = CASE WHEN @left IS NULL THEN NULL ELSE COALESCE(servers.left_at, @left) END
                        """,
                        new { server, left = present.Contains(server) ? (long?)null : now.ToUnixTimeMilliseconds() }
                    );
                }

                var old = (
                    await connection.QueryAsync<string>(
                        "SELECT id FROM servers WHERE left_at <= @limit",
                        new { limit = (now - Retention).ToUnixTimeMilliseconds() }
                    )
                ).AsList();
                foreach (var server in old)
                    await ForgetAsync(connection, server);
                return old;
            },
            cancellationToken
        );
        foreach (var server in gone)
        {
            await snapshots.DropAsync(server);
            Forgotten(logger, server);
        }
    }

    /// <summary>Deletes what people wrote and did not finish within a day.</summary>
    public Task DropUnfinishedAsync(CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "DELETE FROM drafts WHERE made_at < @before; DELETE FROM imports WHERE made_at < @before;",
                    new { before = (time.GetUtcNow() - UnfinishedRetention).ToUnixTimeMilliseconds() }
                ),
            cancellationToken
        );

    /// <summary>Deletes what people ended to follow in direct messages, and what they were sent, 30 days later.</summary>
    public Task DropPersonalAsync(CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    DELETE FROM subscriptions WHERE user_id IS NOT NULL AND is_active = 0 AND ended_at < @before;
                    DELETE FROM digest_items WHERE outbox_id IS NOT NULL AND added_at < @before
                        AND subscription_id IN (SELECT id FROM subscriptions WHERE user_id IS NOT NULL);
                    DELETE FROM outbox WHERE created_at < @before AND state NOT IN ('pending', 'sending', 'scheduled')
                        AND subscription_id IN (SELECT id FROM subscriptions WHERE user_id IS NOT NULL);
                    """,
                    new { before = (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds() }
                ),
            cancellationToken
        );

    private static Task<int> ForgetAsync(DbConnection connection, string server) =>
        connection.ExecuteAsync(
            """
            DELETE FROM statements WHERE layer = @server;
            DELETE FROM subjects WHERE layer = @server;
            DELETE FROM revisions WHERE layer = @server;
            DELETE FROM suggestions WHERE layer = @server;
            DELETE FROM drafts WHERE layer = @server;
            DELETE FROM imports WHERE layer = @server;
            DELETE FROM unanswered WHERE server = @server;
            DELETE FROM feedback WHERE server = @server;
            DELETE FROM question_counts WHERE server = @server;
            DELETE FROM claim_checks WHERE server = @server;
            DELETE FROM subscriptions WHERE server_id = @server;
            DELETE FROM outbox WHERE server_id = @server;
            DELETE FROM held_decisions WHERE server_id = @server;
            DELETE FROM server_feeds WHERE server_id = @server;
            DELETE FROM server_stories WHERE server_id = @server;
            UPDATE feeds SET origin = 'Retired', is_active = 0 WHERE origin = 'Added'
                AND NOT EXISTS (SELECT 1 FROM server_feeds WHERE feed_id = feeds.id);
            DELETE FROM items WHERE server_id = @server;
            DELETE FROM channels WHERE server_id = @server;
            DELETE FROM servers WHERE id = @server;
            """,
            new { server }
        );

    [LoggerMessage(1, LogLevel.Information, "Deleted the data of server {Server}, which the bot left 30 days ago")]
    private static partial void Forgotten(ILogger logger, string server);
}
