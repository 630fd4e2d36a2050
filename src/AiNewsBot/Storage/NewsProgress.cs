using Dapper;

namespace AiNewsBot.Storage;

/// <summary>Whether the news gets on with what is due. Work that is overdue while nothing is done for ten minutes has stalled.</summary>
internal sealed class NewsProgress(IDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Maximum = TimeSpan.FromMinutes(10);

    private readonly Stretch _feeds = new();
    private readonly Stretch _posts = new();

    /// <summary>What has stopped, since when; null while all gets on. To be called every minute or so.</summary>
    public async Task<string?> GetErrorAsync(CancellationToken cancellationToken = default)
    {
        var overdue = (time.GetUtcNow() - Maximum).ToUnixTimeMilliseconds();
        var (feeds, posts) = await database.ReadAsync(
            async connection =>
            {
                var feeds = await connection.QueryFirstAsync<Work>(
                    "SELECT COUNT(*) AS Overdue, COALESCE((SELECT MAX(polled_at) FROM feeds), 0) AS Done FROM feeds WHERE is_active = 1 "
                        + "AND "
                        + "next_poll_at < @overdue",
                    new { overdue }
                );
                var posts = await connection.QueryFirstAsync<Work>(
                    """
                    SELECT COUNT(*) AS Overdue, (SELECT COALESCE(MAX(sent_at), 0) FROM outbox WHERE sent_at IS NOT NULL)
                        + (SELECT COALESCE(SUM(attempts), 0) FROM outbox WHERE state IN ('pending', 'sending')) AS Done
                    FROM outbox WHERE state IN ('pending', 'sending') AND COALESCE(not_before, created_at) < @overdue
                        AND (subscription_id IS NULL OR (SELECT paused_at FROM subscriptions WHERE id = outbox.subscription_id) IS NULL)
                    """,
                    new { overdue }
                );
                return (feeds, posts);
            },
            cancellationToken
        );
        string?[] stopped =
        [
            _feeds.GetError(feeds, "feeds are overdue, and none was read", time),
            _posts.GetError(posts, "posts are overdue, and none was sent", time),
        ];
        return stopped.OfType<string>().ToArray() is { Length: > 0 } errors ? string.Join("; ", errors) : null;
    }

    /// <summary>How long one kind of work has been the same.</summary>
    private sealed class Stretch
    {
        private long _done = -1;
        private long _since;
        private DateTimeOffset _at;

        public string? GetError(Work work, string what, TimeProvider time)
        {
            if (work.Overdue == 0 || work.Done != _done)
                (_done, _since, _at) = (work.Done, time.GetTimestamp(), time.GetUtcNow());
            return work.Overdue > 0 && time.GetElapsedTime(_since) >= Maximum
                ? FormattableString.Invariant($"{work.Overdue} {what} since {_at:yyyy-MM-dd HH:mm:ss}Z")
                : null;
        }
    }

    internal sealed record Work
    {
        public long Overdue { get; init; }

        public long Done { get; init; }
    }
}
