using System.Collections.Immutable;
using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Brings the schema up to this program's, script by script, each in a transaction.</summary>
internal sealed class Migrator(DatabaseFile database, Backups backups)
{
    private const string Folder = ".Storage.Migrations.";
    private const string Journal = "SchemaVersions";

    private const int MaxAttempts = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly ImmutableArray<string> Scripts =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsScript).Order(StringComparer.Ordinal),
    ];

    /// <summary>The number of the newest script: the schema version of this program.</summary>
    public static int NewestVersion => Scripts.Length;

    /// <summary>Runs what has not run yet. An existing database is backed up before.</summary>
    /// <exception cref="StorageException">The database is newer than this program, or a script failed (and was rolled back).</exception>
    public void Migrate()
    {
        var existed = database.Exists;
        using (var connection = database.Open())
        {
            if (VersionOf(connection, database.File) == NewestVersion)
                return;
        }

        if (existed)
            backups.Write(BackupName.BeforeMigration);
        Deploy(database);
    }

    /// <summary>Brings a file that is only a copy to this program's schema, without a backup.</summary>
    /// <exception cref="StorageException">It is newer than this program, or a script failed.</exception>
    internal static void Create(DatabaseFile copy)
    {
        using (var connection = copy.Open())
        {
            if (VersionOf(connection, copy.File) == NewestVersion)
                return;
        }

        Deploy(copy);
    }

    // Apart, so that a start with nothing to do loads none of what it takes.
    private static void Deploy(DatabaseFile database)
    {
        // The journal's connection is DbUp's own, and ends with the migration.
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = database.File,
            ForeignKeys = true,
            Pooling = false,
        }.ToString();
        var upgrade = DeployChanges
            .To.SqliteDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), IsScript)
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build();

        // Two processes may start on one empty database: what the other one did is done, and while it makes progress, this one follows.
        for (var (attempt, version) = (1, -1); ; attempt++)
        {
            var result = upgrade.PerformUpgrade();
            var now = CurrentVersion(database);
            if (result.Successful || now == NewestVersion)
                return;
            attempt = now == version ? attempt : 1;
            if (attempt > MaxAttempts)
            {
                throw new StorageException(
                    $"The database {database.File} could not be migrated: {result.ErrorScript?.Name} failed, and was rolled back: "
                        + $"{result.Error.Message} What the database was before is in the backup folder: AiNewsBot db restore.",
                    result.Error
                )
                {
                    Fault = result.Error is SqliteException cause
                        ? StorageErrorText.Create(database.File, cause).Fault
                        : StorageError.Unavailable,
                };
            }

            version = now;
            Thread.Sleep(Pause);
        }
    }

    private static int CurrentVersion(DatabaseFile database)
    {
        using var connection = database.Open();
        return VersionOf(connection, database.File);
    }

    /// <summary>The schema version of a database: 0 for an empty one.</summary>
    /// <exception cref="StorageException">It was written by a newer program.</exception>
    public static int VersionOf(SqliteConnection connection, string file)
    {
        try
        {
            var tables = connection
                .Query<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
                .ToArray();
            if (tables.Length == 0)
                return 0;
            var applied = tables.Contains(Journal) ? connection.Query<string>($"SELECT ScriptName FROM {Journal}").ToArray() : [];
            var unknown = applied.FirstOrDefault(name => !Scripts.Contains(name));

            // A first start that was killed leaves the journal alone, without a script in it.
            if (!tables.Contains(Journal) || unknown is not null && !unknown.Contains(Folder, StringComparison.Ordinal))
                throw StorageException.Refusing(
                    StorageError.Foreign,
                    $"The database {file} is another program's: name another file in Storage:ConnectionString."
                );
            return unknown is null
                ? applied.Length
                : throw StorageException.Refusing(
                    StorageError.Newer,
                    $"The database {file} was written by a newer AiNewsBot (it has {unknown}): update the program, or restore an "
                        + "older backup."
                );
        }
        catch (SqliteException exception)
        {
            throw StorageErrorText.Create(file, exception);
        }
    }

    private static bool IsScript(string name) =>
        name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal);
}
