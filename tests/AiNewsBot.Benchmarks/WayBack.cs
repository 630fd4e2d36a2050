using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Benchmarks;

/// <summary>How long an update takes that has something to migrate, and how long the way back by the backup that it wrote.</summary>
internal static class WayBack
{
    public static async Task MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ainewsbot-way-back-").FullName;
        var file = new DatabaseFile($"Data Source={Path.Combine(folder, "facts.db")}");
        var backups = new Backups(file, Path.Combine(folder, "backups"), 7, TimeProvider.System);
        new Migrator(file, backups).Migrate();
        using (var database = new SqliteDatabase(file))
            await new FactStore(database, TimeProvider.System).SeedAsync("x", DatasetReader.ReadEmbedded);
        var size = new FileInfo(file.File).Length / 1048576.0;
        file.CloseUnused();

        var backup = "";
        Print(size, "a backup", Time(() => backup = backups.Write(BackupName.BeforeMigration)));
        Print(size, "the way back by it", Time(() => new Restorer(file, backups).Restore(backup)));
        file.CloseUnused();
        Directory.Delete(folder, recursive: true);
    }

    private static double Time(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private static void Print(double size, string what, double milliseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, of a database of {size:0.0} MB: {milliseconds:0} ms"));
}
