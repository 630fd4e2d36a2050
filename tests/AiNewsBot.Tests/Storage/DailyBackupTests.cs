using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class DailyBackupTests
{
    // A machine that starts without a battery believes in some year long past.
    [Theory]
    [InlineData(-300)]
    [InlineData(-30000)]
    public async Task Backup_with_a_future_date_delays_the_next_by_at_most_a_day(int days)
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(days));
        var database = new DatabaseFile($"Data Source={folder["facts.db"]}");
        database.Open().Dispose();
        var backups = new Backups(database, folder["backups"], 7, time);
        var first = backups.Write("before");
        using var service = new DailyBackup(Task.CompletedTask, backups, time, NullLogger<DailyBackup>.Instance);

        await service.StartAsync(TestContext.Current.CancellationToken);
        using var written = new FileSystemWatcher(folder["backups"], "*-daily.db");
        using var semaphore = new SemaphoreSlim(0);
        written.Renamed += (_, _) => semaphore.Release();
        written.EnableRaisingEvents = true;
        for (var i = 0; i < 1500 && !await semaphore.WaitAsync(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken); i++)
            time.Advance(TimeSpan.FromHours(6));
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(File.Exists(first));
        Assert.NotEmpty(Directory.GetFiles(folder["backups"], "*-daily.db"));
        Assert.False(service.ExecuteTask!.IsFaulted);
    }

    [Fact]
    public void Newest_backup_is_kept_beside_ones_with_future_dates()
    {
        using var folder = new TemporaryFolder();
        var database = new DatabaseFile($"Data Source={folder["facts.db"]}");
        database.Open().Dispose();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
        var early = new Backups(
            database,
            folder["backups"],
            2,
            new FakeTimeProvider(new DateTimeOffset(2021, 11, 27, 12, 0, 0, TimeSpan.Zero))
        );
        string[] before = [.. Enumerable.Range(0, 3).Select(_ => Later())];

        var written = early.Write("daily");

        Assert.Equal([written, before[2]], Directory.GetFiles(folder["backups"]).Order());

        string Later()
        {
            time.Advance(TimeSpan.FromDays(1));
            return new Backups(database, folder["backups"], 2, time).Write("daily");
        }
    }

    [Fact]
    public async Task Backup_is_written_at_start_and_daily()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var database = new DatabaseFile($"Data Source={folder["facts.db"]}");
        database.Open().Dispose();
        var backups = new Backups(database, folder["backups"], 7, time);
        using var written = new FileSystemWatcher(Directory.CreateDirectory(folder["backups"]).FullName, "*.db");
        using var semaphore = new SemaphoreSlim(0);
        written.Renamed += (_, _) => semaphore.Release();
        written.EnableRaisingEvents = true;
        using var service = new DailyBackup(Task.CompletedTask, backups, time, NullLogger<DailyBackup>.Instance);

        await service.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(await semaphore.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        while (!await semaphore.WaitAsync(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken))
            time.Advance(TimeSpan.FromHours(6));
        await service.StopAsync(TestContext.Current.CancellationToken);

        Assert.True(Directory.GetFiles(folder["backups"], "*-daily.db").Length >= 2);
    }
}
