using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Copies a whole database from SQLite to PostgreSQL, or back.</summary>
internal sealed class DatabaseCopier(PostgresServer server)
{
    /// <summary>Puts a SQLite database's rows in the place of PostgreSQL's.</summary>
    /// <param name="replaces">Whether what PostgreSQL holds may go.</param>
    /// <returns>How many rows were copied and found to be the same.</returns>
    /// <exception cref="StorageException">Nothing was changed.</exception>
    public async Task<long> ToPostgresAsync(DatabaseFile file, bool replaces)
    {
        // The original stays as it is, also where it is of an earlier version.
        var temporary = Directory.CreateTempSubdirectory("ainewsbot-copy-");
        try
        {
            var copy = new DatabaseFile(TextOf(Path.Combine(temporary.FullName, "copy.db")));
            Duplicate(file, copy.File);
            Migrator.Create(copy);
            await RequireUnusedAsync();
            await new PostgresMigrator(server).MigrateAsync();
            await using var postgres = await server.OpenDirectAsync();
            if (!replaces && await postgres.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM statements") > 0)
                throw StorageException.Refusing(
                    StorageError.Unusable,
                    $"The database {server.Location} holds facts already: name an empty one."
                );
            await using var sqlite = copy.OpenToRead();
            return await PostgresFaults.TranslateAsync(server, () => PostgresLoader.LoadAsync(sqlite, postgres));
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Puts PostgreSQL's rows into a new SQLite file.</summary>
    /// <returns>How many rows were copied and found to be the same.</returns>
    /// <exception cref="StorageException">The file exists, or the copy failed and was taken away.</exception>
    public async Task<long> ToSqliteAsync(DatabaseFile file)
    {
        if (file.Exists)
            throw new StorageException($"{file.File} exists already: name a new file, so that nothing is lost.")
            {
                Fault = StorageError.Unusable,
            };
        var temporary = file.File + ".part";
        try
        {
            File.Delete(temporary);
            long rows;
            await using (var postgres = await server.OpenAsync())
                rows = await PostgresFaults.TranslateAsync(
                    server,
                    () => SqliteWriter.WriteAsync(postgres, new DatabaseFile(TextOf(temporary)))
                );
            PrivateFiles.Flush(temporary);
            File.Move(temporary, file.File);
            return rows;
        }
        finally
        {
            foreach (var part in new[] { "", "-wal", "-shm" })
                File.Delete(temporary + part);
        }
    }

    /// <exception cref="StorageException">A process of the bot is connected.</exception>
    public async Task RequireUnusedAsync()
    {
        await using var session = await server.OpenDirectAsync();
        var others = await session.ExecuteScalarAsync<long>(
            """
            SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                AND application_name = current_setting('application_name') AND backend_type = 'client backend'
            """
        );
        if (others > 0)
            throw StorageException.Refusing(
                StorageError.Locked,
                $"The database {server.Location} is in use: stop every process of the bot first."
            );
    }

    internal static string TextOf(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    private static void Duplicate(DatabaseFile file, string copy)
    {
        using var from = file.OpenToRead();
        if (DatabaseCheck.Integrity(from) is { } fault)
            throw StorageException.Refusing(StorageError.Damaged, $"{file.File} is damaged ({fault}).");
        if (Migrator.VersionOf(from, file.File) == 0)
            throw StorageException.Refusing(StorageError.Foreign, $"{file.File} is no database of AiNewsBot.");
        using var to = new SqliteConnection(TextOf(copy));
        to.Open();
        from.BackupDatabase(to);
    }
}
