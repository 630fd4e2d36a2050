using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Hosting.Prometheus;

/// <summary>Counts what waits in the database.</summary>
internal sealed class BotStateReader(IDatabase database, TimeProvider time)
{
    // A feed is late that was to be read ten minutes ago.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public Task<BotState> ReadAsync(CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstAsync<BotState>(
                    """
                    SELECT
                        (SELECT COUNT(*) FROM feeds WHERE is_active = 1) AS FeedsActive,
                        (SELECT COUNT(*) FROM feeds WHERE is_active = 1 AND fault IS NOT NULL) AS FeedsFailing,
                        (SELECT COUNT(*) FROM feeds WHERE is_active = 1 AND next_poll_at < @late) AS FeedsOverdue,
                        (SELECT MAX(succeeded_at) FROM feeds WHERE is_active = 1) AS FeedSucceededAt,
                        (SELECT COUNT(*) FROM outbox WHERE state IN ('pending', 'sending')) AS PostsPending,
                        (SELECT MIN(created_at) FROM outbox WHERE state IN ('pending', 'sending')) AS OldestPostAt,
                        (SELECT COUNT(*) FROM outbox WHERE state = 'held') AS PostsHeld,
                        (SELECT COUNT(*) FROM subscriptions WHERE is_active = 1 AND paused_at IS NOT NULL) AS SubscriptionsPaused,
                        (SELECT COUNT(*) FROM suggestions WHERE state = 'pending') AS SuggestionsPending,
                        (SELECT fence FROM leases WHERE name = 'news') AS NewsFence
                    """,
                    new { late = time.Milliseconds() - (long)Late.TotalMilliseconds }
                ),
            cancellationToken
        );
}
