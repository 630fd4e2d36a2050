using AiNewsBot.Answering;
using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// Takes new revisions into the snapshots: those of this process as soon as they are written, those of others on the same database within a
/// second.
/// </summary>
internal sealed class RevisionWatcher(
    IDatabase database,
    SnapshotHolder snapshots,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<RevisionWatcher> logger
) : BackgroundService
{
    private readonly Wakeup _wakeup = watch.CreateWakeup();
    private readonly SemaphoreSlim _catching = new(1, 1);

    /// <summary>Takes in what is new; after it, answers show all that was written before.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken = default)
    {
        await _catching.WaitAsync(cancellationToken);
        try
        {
            var rows = await database.ReadAsync(
                async connection =>
                    await Revisions.GetLastAsync(connection) <= snapshots.Seen
                        ? []
                        : await Revisions.ReadAfterAsync(connection, snapshots.Seen),
                cancellationToken
            );
            foreach (var layer in rows.GroupBy(row => row.Layer))
                await snapshots.RefreshAsync(layer.Key, [.. layer.Select(row => row.Subject).Distinct()], cancellationToken);
            if (rows.Count > 0)
                snapshots.Seen = rows[^1].Number;
        }
        finally
        {
            _catching.Release();
        }
    }

    public override void Dispose()
    {
        _catching.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("read new edits", time, logger).RunAsync(_wakeup, CatchUpAsync, stoppingToken);
    }
}
