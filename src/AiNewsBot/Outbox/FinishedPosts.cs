using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox;

/// <summary>
/// Forgets posts that were made or decided on half a year ago, longer than any list or statistic looks back. What moderators wrote stays,
/// for `/news search` to find.
/// </summary>
internal sealed class FinishedPosts(IDatabase database, TimeProvider time, ILogger<FinishedPosts> logger)
{
    /// <summary>After which they are deleted; a story that came up before that is posted no more.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(180);

    private const int BatchSize = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public Task RunAsync(CancellationToken cancellationToken) =>
        new PeriodicJob("delete posts of half a year ago", time, logger).RunAsync(Interval, Interval, DeleteOldAsync, cancellationToken);

    /// <summary>Deletes them in batches, between which others write.</summary>
    public async Task DeleteOldAsync(CancellationToken cancellationToken)
    {
        // While one post of a story waits, it is known of the others whether they are in its channel.
        await DeleteAsync(
            """
            DELETE FROM outbox WHERE id IN (
                SELECT id FROM outbox WHERE state IN ('sent', 'refused', 'covered', 'dropped') AND created_at < @before AND kind <> 'post'
                    AND publishing IS DISTINCT FROM 'pending' AND NOT EXISTS (SELECT 1 FROM outbox AS other
                        WHERE other.item_id = outbox.item_id AND other.state NOT IN ('sent', 'refused', 'covered', 'dropped'))
                ORDER BY created_at LIMIT @most)
            """,
            cancellationToken
        );
        await DeleteAsync(
            """
            DELETE FROM digest_items WHERE (subscription_id, item_id) IN (
                SELECT subscription_id, item_id FROM digest_items WHERE outbox_id IS NOT NULL AND added_at < @before
                ORDER BY added_at LIMIT @most)
            """,
            cancellationToken
        );
    }

    private async Task DeleteAsync(string sql, CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - Retention).ToUnixTimeMilliseconds();
        while (
            await database.WriteAsync(connection => connection.ExecuteAsync(sql, new { before, most = BatchSize }), cancellationToken)
            == BatchSize
        ) { }
    }
}
