using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage;

/// <summary>Writes a backup when the newest is a day old, also when the bot was down at the hour.</summary>
/// <param name="ready">Completes when the database has its schema and facts.</param>
internal sealed partial class DailyBackup(Task ready, Backups backups, TimeProvider time, ILogger<DailyBackup> logger) : BackgroundService
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready;
        var due = Newest() is { } newest ? newest + Day - time.GetUtcNow() : TimeSpan.Zero;

        // After the clock was set back, the newest is of a time to come.
        if (due > TimeSpan.Zero)
            await Task.Delay(due < Day ? due : Day, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                Written(logger, backups.Write(BackupName.Daily));
            }
            catch (StorageException exception)
            {
                Failed(logger, exception.Message);
            }

            await Task.Delay(Day, time, stoppingToken);
        }
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

    [LoggerMessage(2, LogLevel.Error, "Daily backup failed; retrying tomorrow: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);
}
