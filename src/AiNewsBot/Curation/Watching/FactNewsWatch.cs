using AiNewsBot.Answering;
using AiNewsBot.Configuration;
using AiNewsBot.Curation.Editing;
using AiNewsBot.News.Watching;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Curation.Watching;

/// <summary>
/// Makes news of what changed in the facts of all servers, by an edit or by a new dataset. It begins with what comes after its first start; what was
/// published is known by its revision, so that no restart and no second process tells it twice.
/// </summary>
internal sealed partial class FactNewsWatch(NewsSettings settings, DatabaseWriter database, FactReader reader, FactNews news, SnapshotHolder snapshots, TimeProvider time, ILogger<FactNewsWatch> logger) : BackgroundService
{
    private const string Cursor = "fact-news";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await snapshots.Loaded.WaitAsync(stoppingToken);
        if (!settings.Enabled)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                Publish();
            }
            catch (Exception exception) when (exception is StorageException or Microsoft.Data.Sqlite.SqliteException)
            {
                Failed(logger, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Publishes what changed since the last time.</summary>
    public void Publish()
    {
        // Numbers are given within the transaction that writes: whatever is below the last one can be seen.
        var (from, to) = database.Read(connection =>
        {
            var last = Revisions.Last(connection);
            return (Cursors.Read(connection, Cursor, () => last), last);
        });
        if (from >= to)
            return;
        var numbers = database.Read(connection => connection.Query<long>(
            "SELECT number FROM revisions WHERE layer = 'global' AND number > @from AND number <= @to AND property IN (SELECT value FROM json_each(@properties)) ORDER BY number", new { from, to, properties = JsonList.Of(NewsOfFacts.Properties) }).AsList());
        foreach (var number in numbers)
        {
            if (reader.Revision(Layer.Global, number) is { } revision && snapshots.Current.Facts.Find(revision.Row.Subject) is { } subject
                && NewsOfFacts.Of(revision, reader.Slot(Layer.Global, revision.Row.Subject, revision.Row.Property), subject.Name) is { } change)
                news.Publish(change);
        }

        database.Write(connection => Cursors.Move(connection, Cursor, to));
    }

    [LoggerMessage(1, LogLevel.Error, "Changes of facts could not be made news, and are tried again: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
