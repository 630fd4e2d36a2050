using AiNewsBot.Answering;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// Takes new revisions into the snapshots: those of this process as soon as they are written, those of others on the same database within a
/// second.
/// </summary>
internal sealed partial class RevisionWatcher(
    Database database,
    SnapshotHolder snapshots,
    TimeProvider time,
    ILogger<RevisionWatcher> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Lock _catching = new();

    /// <summary>Takes in what is new; after it, answers show all that was written before.</summary>
    public void CatchUp()
    {
        lock (_catching)
        {
            using var connection = database.Open();
            if (Revisions.GetLast(connection) <= snapshots.Seen)
                return;
            var rows = connection
                .Query<RevisionRow>(
                    $"SELECT {Revisions.Columns} FROM revisions WHERE number > @seen ORDER BY number",
                    new { seen = snapshots.Seen }
                )
                .AsList();
            foreach (var layer in rows.GroupBy(row => row.Layer))
                snapshots.Refresh(layer.Key, [.. layer.Select(row => row.Subject).Distinct()]);
            if (rows.Count > 0)
                snapshots.Seen = rows[^1].Number;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        string? last = null;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                CatchUp();
                last = null;
            }
            catch (Exception exception) when (exception is StorageException or Microsoft.Data.Sqlite.SqliteException)
            {
                // Once, and not each second for as long as it lasts.
                if (exception.Message != last)
                    Failed(logger, exception.Message);
                last = exception.Message;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Failed to read new edits; retrying in a second: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
