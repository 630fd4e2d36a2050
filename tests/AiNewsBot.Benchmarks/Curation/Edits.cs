using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Outbox;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Benchmarks.Curation;

/// <summary>Edits with 10,000 statements and 200,000 revisions behind them, on both databases; and what the layers of 2,500 servers
/// cost.</summary>
internal static class Edits
{
    private const int Statements = 10_000;
    private const int PastRevisions = 200_000;
    private const int Servers = 2_500;
    private const int EditsOfServer = 20;
    private const int Measured = 500;
    private const int PerSecond = 50;
    private static readonly TimeSpan Sustained = TimeSpan.FromMinutes(1);

    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-edits-").FullName;
        var file = new DatabaseFile($"Data Source={Path.Combine(folder, "facts.db")}");
        using (var database = new SqliteDatabase(file))
        {
            new Migrator(file, new Backups(file, folder, 1, TimeProvider.System)).Migrate();
            Console.WriteLine("SQLite:");
            await MeasureAsync(database);
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        if (!PostgresCluster.IsInstalled)
        {
            Console.WriteLine(PostgresCluster.Absent);
            return;
        }

        await using var cluster = await PostgresCluster.StartAsync();
        using var server = new PostgresServer(cluster["postgres"]);
        using var other = new PostgresDatabase(server);
        await new PostgresMigrator(server).MigrateAsync();
        Console.WriteLine("PostgreSQL, on a socket and without fsync:");
        await MeasureAsync(other);
    }

    private static async Task MeasureAsync(IDatabase database)
    {
        var store = new FactStore(database, TimeProvider.System);
        await store.SeedAsync("x", DatasetReader.ReadEmbedded);
        await database.WriteAsync(FillAsync);

        // What its server does by itself minutes after such a change.
        if (database is PostgresDatabase)
            await database.WriteAsync(connection => connection.ExecuteAsync("ANALYZE statements, revisions"));
        var holder = new SnapshotHolder(store);
        await holder.ReplaceAsync(
            Snapshot.Create(FactBase.Create(await store.ReadAsync()), 1, DateTimeOffset.UtcNow),
            await store.LastRevisionAsync()
        );
        using var idle = new DatabaseWatch(Task.CompletedTask, database, TimeProvider.System);
        var watch = new RevisionWatcher(database, holder, idle, TimeProvider.System, NullLogger<RevisionWatcher>.Instance);
        var factEditingService = new FactEditingService(new FactEditor(database, TimeProvider.System), watch, new OutboxSignal(idle));
        var reader = new FactReader(database);
        await MeasureHistoryAsync(reader);
        await MeasureEditsAsync(factEditingService, reader, holder, Measured, TimeSpan.Zero);
        await MeasureEditsAsync(
            factEditingService,
            reader,
            holder,
            PerSecond * (int)Sustained.TotalSeconds,
            TimeSpan.FromSeconds(1) / PerSecond
        );
        await MeasureLayersAsync(store, 1);
    }

    private static async Task MeasureHistoryAsync(FactReader reader)
    {
        var times = new List<double>();
        for (var i = 0; i < Measured; i++)
        {
            var start = Stopwatch.GetTimestamp();
            if ((await reader.HistoryAsync(new Layer(ServerOf(i)), "grok-1", "licence", long.MaxValue, 7)).Length != 7)
                throw new InvalidOperationException("the history has no full page");
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Print("first page of a history", times);
    }

    // From the form to the answer that shows it, while others ask: one after the other, or each at its time.
    private static async Task MeasureEditsAsync(
        FactEditingService factEditingService,
        FactReader reader,
        SnapshotHolder holder,
        int count,
        TimeSpan interval
    )
    {
        using var over = new CancellationTokenSource();
        var asked = 0L;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var asking = Task.Run(async () =>
        {
            for (; !over.IsCancellationRequested; asked++)
                (await holder.ForAsync(ServerOf((int)(asked % Servers)))).Answerer.Ask("is grok-1 open source", today);
        });
        var times = new List<double>();
        var errors = 0;
        var all = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            if (i * interval - Stopwatch.GetElapsedTime(all) is { Ticks: > 0 } early)
                await Task.Delay(early);
            var server = ServerOf(i);
            var author = new Author("300000000000000001", server) { ManagesServer = true };
            var layer = new Layer(server);
            var start = Stopwatch.GetTimestamp();
            var current = (await reader.ReadPropertyAsync(layer, "grok-1", "licence")).Single();
            var value = current.Content.Value == "MIT" ? "BSD-3-Clause" : "MIT";
            var editResult = await factEditingService.ApplyAsync(
                author,
                new Change(ChangeKind.Edit, layer, "grok-1", "licence", current.Content with { Value = value })
                {
                    Statement = current.Id,
                    Base = current.Revision,
                    Reason = "measured",
                }
            );
            if (
                editResult is not EditResult.Done
                || (await holder.ForAsync(server)).Facts.Find("grok-1")!.All("licence").Single().Value != value
            )
                errors++;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var rate = count / Stopwatch.GetElapsedTime(all).TotalSeconds;
        await over.CancelAsync();
        await asking;
        Print(
            interval > TimeSpan.Zero
                ? $"an edit, {PerSecond} a second for {Sustained.TotalSeconds} s"
                : "an edit, from form to visible answer",
            times
        );
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"  {rate:0} edits a second beside {asked} questions, {errors} errors")
        );
    }

    // As the product keeps them, and as if all were kept at once: from none at hand, each asked a question.
    private static async Task MeasureLayersAsync(FactStore store, int version)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var holder = new SnapshotHolder(store);
        await holder.ReplaceAsync(
            Snapshot.Create(FactBase.Create(await store.ReadAsync()), version, DateTimeOffset.UtcNow),
            await store.LastRevisionAsync()
        );
        holder.Current.Answerer.Ask("is grok-1 open source", today);
        var before = Memory();
        for (var i = 0; i < Servers; i++)
            (await holder.ForAsync(ServerOf(i))).Answerer.Ask("is grok-1 open source", today);
        var kept = (Memory() - before) / 1048576.0;
        var all = new Snapshot[Servers];
        before = Memory();
        for (var i = 0; i < Servers; i++)
        {
            all[i] = await holder.ForAsync(ServerOf(i));
            all[i].Answerer.Ask("is grok-1 open source", today);
        }

        // Those that the holder keeps at the end are among all.
        var held = (Memory() - before) / 1048576.0 + kept;
        GC.KeepAlive(all);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"layers of {Servers} servers with {EditsOfServer} edits each, all asked: {kept:0.0} MB as they are kept, {held:0.0} "
                    + $"MB if all were kept"
            )
        );
        GC.KeepAlive(holder);
    }

    private static double Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Print(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: median {times[times.Count / 2]:0.00} ms, 99th percentile {times[times.Count * 99 / 100]:0.00} ms"
            )
        );
    }

    private static string ServerOf(int index) => (310_000_000_000_000_000 + index % Servers).ToString(CultureInfo.InvariantCulture);

    // Each server has a licence of its own for Grok-1, and 19 events; old revisions are spread over them.
    private static async Task FillAsync(DbConnection connection)
    {
        var below = connection.QueryFirst<(string Id, long Revision)>(
            "SELECT id, revision FROM statements WHERE subject = 'grok-1' AND property = 'licence'"
        );
        var sources = connection.QueryFirst<string>("SELECT sources FROM statements WHERE id = @Id", new { below.Id });
        var rows = Math.Max(Statements, Servers * EditsOfServer);
        var number = connection.ExecuteScalar<long>("SELECT last FROM revision_counter");
        var content = new StatementContent { Value = "MIT", VerifiedOn = "2026-11-01" }.ToJson();
        using var statement = new BatchedCommand(
            connection,
            """
            INSERT INTO statements (id, layer, base, base_revision, subject, property, value, valid_from, sources, verified_on, rank,
                qualifiers, position, revision, edited)
            VALUES (@id, @layer, @base, @revision, 'grok-1', @property, @value, @from, @sources, '2026-11-01', 'normal', '{}', @position,
                @number, 1)
            """,
            "@id",
            "@layer",
            "@base",
            "@revision",
            "@property",
            "@value",
            "@from",
            "@sources",
            "@position",
            "@number"
        );
        using var revision = new BatchedCommand(
            connection,
            "INSERT INTO revisions (number, layer, statement, subject, property, kind, content, before, editor, reason, made_at) "
                + "VALUES (@number, @layer, @statement, 'grok-1', @property, 'edit', @content, @before, '1', 'filled', 1793491200000)",
            "@number",
            "@layer",
            "@statement",
            "@property",
            "@content",
            "@before"
        );
        for (var i = 0; i < rows; i++)
        {
            var isLicence = i < Servers;
            var (id, layer, property) = ($"filled{i}", ServerOf(i), isLicence ? "licence" : "event");
            long? before = null;
            for (var past = 0; past < PastRevisions / rows + (isLicence ? 4 : 0); past++)
            {
                await revision.AddAsync(++number, layer, id, property, content, before);
                before = number;
            }

            await statement.AddAsync(
                id,
                layer,
                isLicence ? below.Id : null,
                isLicence ? below.Revision : null,
                property,
                isLicence ? "MIT" : $"Event {i}",
                "2024",
                sources,
                i,
                number
            );
        }

        await revision.CompleteAsync();
        await statement.CompleteAsync();
        await connection.ExecuteAsync("UPDATE revision_counter SET last = @number", new { number });
        Console.WriteLine(
            $"{rows} statements of {Servers} servers, {connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions")} revisions"
        );
    }
}
