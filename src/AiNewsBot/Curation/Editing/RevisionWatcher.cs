using AiNewsBot.Answering;
using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// Takes new revisions into the snapshots: those of this process as soon as they are written, those of others on the same database within a
/// second.
/// </summary>
internal sealed class RevisionWatcher(
    Database database,
    SnapshotHolder snapshots,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<RevisionWatcher> logger
) : BackgroundService
{
    private readonly Wakeup _wakeup = watch.CreateWakeup();
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
        await new PeriodicJob("read new edits", time, logger).RunAsync(_wakeup, CatchUp, stoppingToken);
    }
}
