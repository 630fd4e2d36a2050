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
    DatabaseWriter database,
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
        await new PeriodicJob("publish changes of facts as news", time, logger).RunAsync(_wakeup, Publish, stoppingToken);
    }

    /// <summary>Publishes what changed since the last time.</summary>
    public void Publish()
    {
        // Numbers are given within the transaction that writes: everything below the last one is visible.
        var (from, to) = database.Read(connection =>
        {
            var last = Revisions.GetLast(connection);
            return (Cursors.Read(connection, Cursor, () => last), last);
        });
        if (from >= to)
            return;
        var numbers = database.Read(connection =>
            connection
                .Query<long>(
                    "SELECT number FROM revisions WHERE layer = 'global' AND number > @from AND number <= @to AND property IN (SELECT "
                        + "value FROM json_each(@properties)) ORDER BY number",
                    new
                    {
                        from,
                        to,
                        properties = JsonList.From(FactChangeFormatter.Properties),
                    }
                )
                .AsList()
        );
        foreach (var number in numbers)
        {
            if (
                reader.Revision(Layer.Global, number) is { } revision
                && snapshots.Current.Facts.Find(revision.Row.Subject) is { } subject
                && FactChangeFormatter.TryFormat(
                    revision,
                    reader.ReadProperty(Layer.Global, revision.Row.Subject, revision.Row.Property),
                    subject.Name
                )
                    is { } change
            )
                news.Publish(change);
        }

        database.Write(connection => Cursors.Move(connection, Cursor, to));
    }
}
