using AiNewsBot.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Writes a backup when the newest is a day old, also when the bot was down at the hour.</summary>
/// <param name="ready">Completes when the database has its schema and facts.</param>
internal sealed partial class DailyBackup(Task ready, IBackups backups, TimeProvider time, ILogger<DailyBackup> logger) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.WaitAsync(stoppingToken);
        var due = Newest() is { } newest ? newest + Day - time.GetUtcNow() : TimeSpan.Zero;

        // After the clock was set back, the newest is of a time to come.
        await new PeriodicJob("back the database up", time, logger).RunAsync(
            due < Day ? due : Day,
            Day,
            async () => Written(logger, await backups.WriteAsync(BackupName.Daily)),
            stoppingToken
        );
    }

    private DateTimeOffset? Newest()
    {
        try
        {
            return backups.Newest();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Backed the database up to {File}")]
    private static partial void Written(ILogger logger, string file);
}
