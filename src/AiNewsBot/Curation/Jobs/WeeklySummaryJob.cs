using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Jobs;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Jobs;

/// <summary>
/// Tells the audit channels that want it, on Monday morning of each server's time zone, what the week brought. A summary is an outbox row
/// that is written together with the mark of how far it goes: each week is summed up once, even after a crash. After downtime there is one
/// summary for all of it.
/// </summary>
internal sealed class WeeklySummaryJob(
    IDatabase database,
    SnapshotHolder snapshots,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<WeeklySummaryJob> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("write weekly summaries", time, logger).RunAsync(TimeSpan.Zero, Interval, RunAsync, stoppingToken);
    }

    /// <summary>Writes the summaries that are due.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var wanting = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Row>(
                        "SELECT id AS Id, timezone AS TimeZone, summed_at AS SummedAt FROM servers WHERE weekly_summary = 1 AND "
                            + "audit_channel IS NOT NULL AND left_at IS NULL AND summed_at IS NOT NULL"
                    )
                ).AsList(),
            cancellationToken
        );
        foreach (var server in wanting)
        {
            var since = server.SummedAt.ToDateTimeOffset();
            if (new Schedule(Schedule.DefaultAt, DayOfWeek.Monday, server.TimeZone).Next(since) <= now)
                await WriteAsync(server, since, now, cancellationToken);
        }
    }

    // A week in which nothing happened and after which nothing waits is not told of.
    private async Task WriteAsync(Row server, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isTold = await database.WriteAsync(
            async connection =>
            {
                var isOurs =
                    await connection.ExecuteAsync(
                        "UPDATE servers SET summed_at = @now WHERE id = @Id AND summed_at = @SummedAt AND weekly_summary = 1",
                        new
                        {
                            server.Id,
                            server.SummedAt,
                            now = now.ToUnixTimeMilliseconds(),
                        }
                    ) == 1;
                if (!isOurs || await WeeklySummaryWriter.WriteAsync(connection, server.Id, since) is not { } text)
                    return false;
                await AuditLog.WriteAsync(connection, server.Id, text, now);
                return true;
            },
            cancellationToken
        );
        if (isTold)
            signal.Raise();
    }

    internal sealed record Row
    {
        public required string Id { get; init; }

        public required string TimeZone { get; init; }

        public long SummedAt { get; init; }
    }
}
