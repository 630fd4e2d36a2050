using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Makes a file that is missing, and warns where there was one before.</summary>
internal sealed partial class SqlitePreparer(
    DatabaseFile database,
    Migrator migrator,
    Backups backups,
    WriteProbe probe,
    ILogger<SqlitePreparer> logger
) : IDatabasePreparer
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!database.Exists && backups.NewestSound() is { } backup)
            NoDatabase(logger, database.File, backup);
        migrator.Migrate();
        await probe.RequireAsync();
    }

    [LoggerMessage(
        1,
        LogLevel.Warning,
        "There is no database at {File}, though there are backups: starting with the shipped facts alone. To have the edits back, "
            + "stop the bot and run: AiNewsBot db restore \"{Backup}\""
    )]
    private static partial void NoDatabase(ILogger logger, string file, string backup);
}
