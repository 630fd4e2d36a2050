using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>Puts a backup in the database's place. What it replaces is kept.</summary>
public sealed class Restorer(Database database, Backups backups)
{
    /// <summary>Checks the backup, keeps what stands in a backup of its own, and replaces it.</summary>
    /// <returns>The path of what was replaced; null when nothing stood there.</returns>
    /// <exception cref="StorageException">The backup is none, is damaged or newer than this program, or the database is in use. Nothing was changed.</exception>
    public string? Restore(string file)
    {
        if (!File.Exists(file))
            throw new StorageException($"There is no backup at {file}.");
        var source = new Database(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        using (var backup = source.OpenToRead())
        {
            if (DatabaseCheck.Integrity(backup) is { } fault)
                throw new StorageException($"{file} is damaged and was not restored: {fault}");
            if (Migrator.VersionOf(backup, file) == 0)
                throw new StorageException($"{file} is no database of AiNewsBot.");
        }

        var replaced = database.Exists ? backups.Write("before-restore") : null;
        using var from = source.OpenToRead();
        using var to = database.Open();
        try
        {
            // SQLite's own copy: page by page under a lock, so that a reader never sees half of each.
            to.Execute("BEGIN EXCLUSIVE; COMMIT;");
            from.BackupDatabase(to);
        }
        catch (SqliteException exception)
        {
            throw new StorageException($"The database {database.File} is in use: stop the bot, then restore. ({exception.Message})", exception);
        }

        return replaced;
    }
}
