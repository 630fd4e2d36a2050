using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Jobs;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.FactChanges;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Jobs;

/// <summary>
/// Makes news of what changed in the facts of all servers, by an edit or by a new dataset. It begins with what comes after its first start;
/// what was published is known by its revision, so that no restart and no second process tells it twice.
/// </summary>
internal sealed class FactChangeWatcher(
    NewsSettings settings,
    IDatabase database,
    FactReader reader,
    FactChangePublisher news,
    SnapshotHolder snapshots,
    DatabaseWatch watch,
    TimeProvider time,
    ILogger<FactChangeWatcher> logger
) : BackgroundService
{
    private const string Cursor = "fact-news";

    private readonly Wakeup _wakeup = watch.CreateWakeup();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        if (!settings.Enabled)
            return;
        await new PeriodicJob("publish changes of facts as news", time, logger).RunAsync(_wakeup, PublishAsync, stoppingToken);
    }

    /// <summary>Publishes what changed since the last time.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken = default)
    {
        // Numbers are given within the transaction that writes: everything below the last one is visible.
        var (begun, to) = await database.ReadAsync(
            async connection => (await Cursors.FindAsync(connection, Cursor), await Revisions.GetLastAsync(connection)),
            cancellationToken
        );
        var from = begun ?? await database.WriteAsync(connection => Cursors.BeginAsync(connection, Cursor, to), cancellationToken);
        if (from >= to)
            return;
        var changes = await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Made>(
                        "SELECT number AS Number, property AS Property FROM revisions WHERE layer = 'global' AND number > @from "
                            + "AND number <= @to ORDER BY number",
                        new { from, to }
                    )
                ).AsList(),
            cancellationToken
        );
        foreach (var number in changes.Where(one => FactChangeFormatter.Properties.Contains(one.Property)).Select(one => one.Number))
        {
            if (
                await reader.RevisionAsync(Layer.Global, number, cancellationToken) is { } revision
                && snapshots.Current.Facts.Find(revision.Row.Subject) is { } subject
                && FactChangeFormatter.TryFormat(
                    revision,
                    await reader.ReadPropertyAsync(Layer.Global, revision.Row.Subject, revision.Row.Property, cancellationToken),
                    subject.Name
                )
                    is { } change
            )
                await news.PublishAsync(change, cancellationToken);
        }

        await database.WriteAsync(connection => Cursors.MoveAsync(connection, Cursor, to), cancellationToken);
    }

    internal sealed record Made
    {
        public long Number { get; init; }

        public required string Property { get; init; }
    }
}
