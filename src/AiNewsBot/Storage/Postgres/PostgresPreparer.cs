using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Waits for a server that cannot be reached yet: after a loss of power the bot may be up before its database.</summary>
internal sealed partial class PostgresPreparer(
    PostgresServer server,
    PostgresMigrator migrator,
    IWriteProbe probe,
    TimeProvider time,
    ILogger<PostgresPreparer> logger
) : IDatabasePreparer
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                await migrator.MigrateAsync();
                await probe.RequireAsync();
                if (!isFirst)
                    Reached(logger, server.Location);
                return;
            }
            catch (StorageException exception) when (exception.Fault is StorageError.Unavailable or StorageError.Locked)
            {
                if (isFirst)
                    Waiting(logger, exception.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "{Reason} Waiting for it; questions are answered once it is there")]
    private static partial void Waiting(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Information, "Reached the database {Location}")]
    private static partial void Reached(ILogger logger, string location);
}
