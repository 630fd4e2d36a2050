using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Puts a backup in the database's place. What it replaces is kept.</summary>
internal sealed class Restorer(DatabaseFile database, Backups backups)
{
    private static readonly string[] Seizing =
    [
        "PRAGMA locking_mode = EXCLUSIVE",
        "PRAGMA journal_mode = DELETE",
        "BEGIN EXCLUSIVE",
        "COMMIT",
    ];

    /// <summary>Checks the backup, keeps the current database in a backup of its own, and replaces it.</summary>
    /// <returns>The path of what was replaced; null when nothing stood there.</returns>
    /// <exception cref="StorageException">The file is no backup, is damaged or newer than this program, or the database is in use. Nothing
    /// was changed.</exception>
    public string? Restore(string file)
    {
        if (!File.Exists(file))
            throw new StorageException($"There is no backup at {file}.");
        if (file == database.File)
            throw new StorageException($"{file} is the database itself: name a backup.");
        if (GetError(file) is { } error)
            throw new StorageException($"{file} was not restored: it {error}.");
        var replaced = database.Exists ? Keep() : null;
        Replace(file);
        return replaced;
    }

    /// <summary>Why a file is no backup that this program can restore, behind "it"; null when it is one.</summary>
    internal static string? GetError(string file)
    {
        var source = new DatabaseFile(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        try
        {
            using var backup = source.OpenToRead();
            if (DatabaseCheck.Integrity(backup) is { } fault)
                return $"is damaged ({fault})";
            return Migrator.VersionOf(backup, file) == 0 ? "is no database of AiNewsBot" : null;
        }
        catch (StorageException exception)
        {
            return exception.Fault == StorageError.Newer ? "was written by a newer AiNewsBot" : $"cannot be read ({exception.Message})";
        }
    }

    // Under a lock that a running bot, which holds the database open, does not let go.
    private string Keep()
    {
        try
        {
            using var connection = Seize();
            return backups.Write(BackupName.BeforeRestore, connection);
        }
        catch (SqliteException exception) when (StorageErrorText.IsDamage(exception))
        {
            return backups.KeepDamaged();
        }
        catch (StorageException exception) when (exception.Fault == StorageError.Damaged)
        {
            return backups.KeepDamaged();
        }
        catch (SqliteException exception)
        {
            throw StorageErrorText.Create(database.File, exception) is { Fault: not StorageError.Locked } other
                ? other
                : StorageException.Refusing(
                    StorageError.Locked,
                    $"The database {database.File} is in use: stop the bot, then restore.",
                    exception
                );
        }
    }

    // SQLite leaves WAL mode only where no other connection of any process is open; the own ones that rest in the pool would count.
    private SqliteConnection Seize()
    {
        database.CloseUnused();
        var connection = database.OpenAlone();
        try
        {
            // One at a time: of a batch, the fault of a statement that is not its first can go unreported.
            foreach (var statement in Seizing)
                connection.Execute(statement);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Written beside it and renamed: a restore that is cut short leaves the one or the other, never half of each.
    private void Replace(string file)
    {
        var part = database.File + ".part";
        try
        {
            PrivateFiles.CreateFolder(Path.GetDirectoryName(database.File)!);
            File.Delete(part);
            PrivateFiles.Create(part);
            Copy(file, part);
            PrivateFiles.Flush(part);
            foreach (var log in new[] { "-wal", "-shm", "-journal" })
                File.Delete(database.File + log);
            File.Move(part, database.File, overwrite: true);
        }
        catch (SqliteException exception)
        {
            File.Delete(part);
            throw StorageErrorText.Create(part, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw FileErrors.Create($"{database.File} cannot be replaced, and stays as it was", exception);
        }
    }

    private static void Copy(string file, string part)
    {
        using var from = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        using var to = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString());
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }
}
