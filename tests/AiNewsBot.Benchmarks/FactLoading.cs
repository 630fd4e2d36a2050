using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Benchmarks;

/// <summary>
/// The facts from the dataset into the database and from there into memory, each time in a process of its own, as a start does it. Wanted
/// at 5,000 claims: read, validated and seeded within 500 ms; ready on a database that is seeded within 150 ms; a snapshot under 30 MB.
/// </summary>
internal static class FactLoading
{
    private const int Runs = 10;

    public static async Task MeasureAsync()
    {
        foreach (var times in (string[])["1", "10"])
        {
            List<double> seeding = [],
                seedingProcessor = [],
                ready = [],
                readyProcessor = [],
                sizes = [];
            var claims = "";
            for (var run = 0; run < (times == "1" ? Runs : 3); run++)
            {
                var folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;
                var first = await RunAsync(folder, times);
                var second = await RunAsync(folder, times);
                claims = first[0];
                seeding.Add(double.Parse(first[1], CultureInfo.InvariantCulture));
                seedingProcessor.Add(double.Parse(first[2], CultureInfo.InvariantCulture));
                ready.Add(double.Parse(second[1], CultureInfo.InvariantCulture));
                readyProcessor.Add(double.Parse(second[2], CultureInfo.InvariantCulture));
                sizes.Add(double.Parse(second[3], CultureInfo.InvariantCulture));
                Directory.Delete(folder, recursive: true);
            }

            Console.WriteLine(
                $"{claims} claims: read, validated, seeded and ready: {new Figures(seeding)}; processor time of the process "
                    + $"{new Figures(seedingProcessor)}"
            );
            Console.WriteLine(
                $"{claims} claims: ready on a seeded database: {new Figures(ready)}; processor time of the process "
                    + $"{new Figures(readyProcessor)}; snapshot and its indexes {sizes.Order().ElementAt(sizes.Count / 2):0.0} MB"
            );
        }
    }

    /// <summary>One start, in this process: prints the claims, the milliseconds and the megabytes.</summary>
    public static async Task StartAsync(string folder, int times)
    {
        var began = Stopwatch.GetTimestamp();

        // As the bot does it: languages are read beside the facts.
        Languages.Prepare();
        var file = new DatabaseFile($"Data Source={Path.Combine(folder, "facts.db")}");
        using var database = new SqliteDatabase(file);
        new Migrator(file, new Backups(file, folder, 1, TimeProvider.System)).Migrate();
        var store = new FactStore(database, TimeProvider.System);

        // The dataset's files are no more at ten times its size: what grows is what is seeded and read back.
        await store.SeedAsync($"{DatasetReader.DigestOfEmbedded()} x{times}", () => Grow(DatasetReader.ReadEmbedded(), times));
        var answerer = new Answerer(FactBase.Create(await store.ReadAsync()));
        var elapsed = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var processor = Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;
        var claims = answerer.Facts.All.Sum(view => view.Subject.Statements.Length);
        GC.KeepAlive(answerer);
        var megabytes = await MegabytesOfAsync(store);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims};{elapsed:0.0};{processor:0.0};{megabytes:0.0}"));
    }

    // The snapshot with its indexes, those too that are built when the first needs them.
    private static async Task<double> MegabytesOfAsync(FactStore store)
    {
        _ = Languages.Lexicon;
        new Answerer(FactBase.Create(await store.ReadAsync())).Ask("is deepsek open source", DateOnly.FromDateTime(DateTime.Today));
        var without = GC.GetTotalMemory(forceFullCollection: true);
        var answerer = new Answerer(FactBase.Create(await store.ReadAsync()));
        answerer.Ask("is deepsek open source", DateOnly.FromDateTime(DateTime.Today));
        var with = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(answerer);
        return (with - without) / 1048576.0;
    }

    private static Dataset Grow(Dataset dataset, int times) => dataset with { Subjects = [.. DatasetGrower.Grow(dataset.Subjects, times)] };

    private static async Task<string[]> RunAsync(string folder, string times)
    {
        using var process = BotProcess.RunBenchmark(folder, "start", folder, times);
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return line.Trim().Split(';');
    }
}
