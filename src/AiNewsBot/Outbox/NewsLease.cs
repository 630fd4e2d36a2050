using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox;

/// <summary>
/// Which of the processes on one database runs the news. The one that does counts beats; another takes over when the count has stood still
/// for long enough by its own stopwatch, or at once where the holder is a process of this machine that is no longer there. No clock
/// decides.
/// </summary>
internal sealed partial class NewsLease(IDatabase database, TimeProvider time, ILogger<NewsLease> logger)
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private readonly string _me = $"{LeaseHolder.Current} {Guid.NewGuid():N}";

    /// <summary>Counts who held it: what an earlier holder still does is void by it. 0 while it is not held.</summary>
    public long Fence { get; private set; }

    /// <summary>Waits until it is this process's.</summary>
    public async Task AcquireAsync(CancellationToken cancellationToken)
    {
        var (seen, since) = (default(Row), time.GetTimestamp());
        while (true)
        {
            var row = await ReadAsync();
            if (row != seen)
                (seen, since) = (row, time.GetTimestamp());
            var isFree = row?.Holder is null || LeaseHolder.IsGone(row.Holder) || time.GetElapsedTime(since) >= Timeout;
            if (isFree && await TryTakeOverAsync(row) is { } fence)
            {
                Fence = fence;
                Held(logger, fence);
                return;
            }

            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    /// <summary>Renews it until it is lost or the wait is cancelled.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(HeartbeatInterval, time, cancellationToken);
            if (
                await database.WriteAsync(
                    connection =>
                        connection.ExecuteAsync(
                            "UPDATE leases SET beats = beats + 1 WHERE name = 'news' AND fence = @Fence AND holder = @_me",
                            new { Fence, _me }
                        ),
                    cancellationToken
                ) == 1
            )
                continue;
            Lost(logger, Fence);
            Fence = 0;
            return;
        }
    }

    /// <summary>Gives it back, so that another process need not wait.</summary>
    public async Task ReleaseAsync()
    {
        await database.WriteAsync(connection =>
            connection.ExecuteAsync(
                "UPDATE leases SET holder = NULL WHERE name = 'news' AND fence = @Fence AND holder = @_me",
                new { Fence, _me }
            )
        );
        Fence = 0;
    }

    private Task<Row?> ReadAsync() =>
        database.ReadAsync(connection =>
            connection.QueryFirstOrDefaultAsync<Row>(
                "SELECT holder AS Holder, fence AS Fence, beats AS Beats FROM leases WHERE name = 'news'"
            )
        );

    // Of several that find it free, one finds it as it saw it.
    private Task<long?> TryTakeOverAsync(Row? seen) =>
        database.WriteAsync(async connection =>
            seen is null
                ? await connection.ExecuteScalarAsync<long?>(
                    "INSERT INTO leases (name, holder, fence, beats) VALUES ('news', @_me, 1, 0) ON CONFLICT DO NOTHING RETURNING fence",
                    new { _me }
                )
                : await connection.ExecuteScalarAsync<long?>(
                    "UPDATE leases SET holder = @_me, fence = fence + 1, beats = 0 WHERE name = 'news' AND fence = @Fence AND beats = "
                        + "@Beats RETURNING fence",
                    new
                    {
                        _me,
                        seen.Fence,
                        seen.Beats,
                    }
                )
        );

    internal sealed record Row
    {
        public string? Holder { get; init; }

        public long Fence { get; init; }

        public long Beats { get; init; }
    }

    [LoggerMessage(1, LogLevel.Information, "Acquired the news lease (fencing token {Fence})")]
    private static partial void Held(ILogger logger, long fence);

    [LoggerMessage(2, LogLevel.Warning, "Lost the news lease to another process (fencing token was {Fence})")]
    private static partial void Lost(ILogger logger, long fence);
}
