using AiNewsBot.Storage.Maintenance;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Storage.Setup;

/// <summary>What the command line does its work with, by which database the settings name.</summary>
internal static class MaintenanceFactory
{
    public static IDatabase OpenDatabase(StorageSettings settings) =>
        settings.IsPostgres ? new PostgresDatabase(OpenServer(settings)) : new SqliteDatabase(new DatabaseFile(settings.ConnectionString));

    public static IDatabaseMaintenance OpenMaintenance(StorageSettings settings, TimeProvider time)
    {
        if (settings.IsPostgres)
        {
            var server = OpenServer(settings);
            return new PostgresMaintenance(server, new PostgresBackups(server, settings.BackupFolder, settings.BackupsKept, time), time);
        }

        var file = new DatabaseFile(settings.ConnectionString);
        return new SqliteMaintenance(file, new Backups(file, settings.BackupFolder, settings.BackupsKept, time), time);
    }

    public static DatabaseCopier OpenCopier(StorageSettings settings) => new(OpenServer(settings));

    // The command line ends with its work, and its connections with it.
    private static PostgresServer OpenServer(StorageSettings settings) => new(settings.ConnectionString, settings.DirectConnectionString);
}
