using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AiNewsBot.Answering;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Benchmarks.Curation;

/// <summary>What /fact import takes, from the confirmed file to the card and the next answer. Wanted: 4,000 facts under 2 s, and no more
/// than linear.</summary>
internal static class Imports
{
    private const string Server = "310000000000000001";
    private static readonly string[] Components = ["paper", "model_card", "training_code", "technical_report"];

    public static async Task MeasureAsync()
    {
        await Task.CompletedTask;
        await MeasureAsync(100, EventsOfOne, "warm up");
        foreach (var count in (int[])[1000, 4000])
        {
            await MeasureAsync(count, EventsOfOne, "events of one model");
            await MeasureAsync(count, Spread, "facts of many models");
        }
    }

    private static async Task MeasureAsync(int count, Func<FactBase, int, IEnumerable<TransferEntry>> entries, string what)
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-imports-").FullName;
        var home = new DatabaseFile($"Data Source={Path.Combine(folder, "facts.db")}");
        using var database = new SqliteDatabase(home);
        new Migrator(home, new Backups(home, folder, 1, TimeProvider.System)).Migrate();
        var store = new FactStore(database, TimeProvider.System);
        await store.SeedAsync("x", DatasetReader.ReadEmbedded);
        var holder = new SnapshotHolder(store);
        await holder.ReplaceAsync(
            Snapshot.Create(FactBase.Create(await store.ReadAsync()), 1, DateTimeOffset.UtcNow),
            await store.LastRevisionAsync()
        );
        using var idle = new DatabaseWatch(Task.CompletedTask, database, TimeProvider.System);
        var factEditingService = new FactEditingService(
            new FactEditor(database, TimeProvider.System),
            new RevisionWatcher(database, holder, idle, TimeProvider.System, NullLogger<RevisionWatcher>.Instance),
            new OutboxSignal(idle)
        );
        var importer = new Importer(new FactReader(database), TimeProvider.System);
        var file = JsonSerializer.SerializeToUtf8Bytes(
            new TransferFile(TransferFile.ThisFormat, [.. entries(holder.Current.Facts, count)]),
            TransferJson.Default.TransferFile
        );
        var place = new EditContext(
            new Layer(Server),
            await holder.ForAsync(Server),
            new Author("300000000000000001", Server) { ManagesServer = true }
        )
        {
            MayApprove = true,
        };

        var began = Stopwatch.GetTimestamp();
        var (plan, fault) = await importer.PlanAsync(place, file, "import");
        var planned = Stopwatch.GetElapsedTime(began);
        if (plan is not { Refusals.IsEmpty: true } || plan.All.Count != count)
            throw new InvalidOperationException(
                fault?.ToString() ?? plan!.Refusals.FirstOrDefault()?.Text ?? $"{plan!.All.Count} facts are in the plan"
            );
        if (await factEditingService.ApplyAsync(place.Author, plan.All) is not EditResult.Done done)
            throw new InvalidOperationException("the import was refused");
        var written = Stopwatch.GetElapsedTime(began);
        FactCards.Changed(place.Facts.Facts, done.Revisions);
        (await holder.ForAsync(Server)).Answerer.Ask("is grok-1 open source", DateOnly.FromDateTime(DateTime.UtcNow));
        var all = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"import of {count} {what}: {all.TotalSeconds:0.00} s (plan {planned.TotalSeconds:0.00} s, write "
                    + $"{(written - planned).TotalSeconds:0.00} s, card and answer {(all - written).TotalSeconds:0.00} s)"
            )
        );
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<TransferEntry> EventsOfOne(FactBase facts, int count) =>
        Enumerable.Range(0, count).Select(index => Entry("grok-1", "event", $"Event {index} happened", "2024-05"));

    private static IEnumerable<TransferEntry> Spread(FactBase facts, int count)
    {
        var releases = facts.Releases;
        return Enumerable
            .Range(0, count)
            .Select(index =>
                Entry(
                    releases[index % releases.Length].Id,
                    Components[index / releases.Length % Components.Length],
                    "partial",
                    string.Create(CultureInfo.InvariantCulture, $"{2001 + index / releases.Length / Components.Length}")
                )
            );
    }

    private static TransferEntry Entry(string subject, string property, string value, string since) =>
        new()
        {
            Subject = subject,
            Property = property,
            Value = value,
            ValidFrom = since,
            VerifiedOn = "2026-01-01",
            Sources =
            [
                new SourceText($"https://news.example.org/{subject}/{value.Length}", "A page", "A publisher", "Secondary", null, null),
            ],
        };
}
