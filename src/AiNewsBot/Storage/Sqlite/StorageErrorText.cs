using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Tells what SQLite's error codes mean for the one who runs the bot (https://www.sqlite.org/rescode.html).</summary>
internal static class StorageErrorText
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;
    private const long MinFree = 256 * 1024;

    /// <summary>Whether the fault lies with the disk or the file, and not with the statement that met it.</summary>
    public static bool IsOfStorage(SqliteException exception) =>
        exception.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NoDatabase;

    /// <summary>The exception in the words of the one who runs the bot.</summary>
    /// <param name="file">The database's file; null where it is not known.</param>
    /// <param name="nothingWritten">Whether it ended a transaction of which nothing was kept.</param>
    /// <param name="what">What the file is, where it is not the database.</param>
    public static StorageException Create(string? file, SqliteException exception, bool nothingWritten = false, string? what = null)
    {
        var fault = GetError(file, exception);
        what ??= file is null ? "The database" : $"The database {file}";
        return new StorageException(Text(fault, what, file, exception.Message), exception)
        {
            Fault = fault,
            NothingWritten = nothingWritten,
        };
    }

    /// <summary>The fault of the database that an exception is; null where it is another.</summary>
    public static StorageException? Find(Exception exception) =>
        exception switch
        {
            StorageException storage => storage,
            SqliteException sqlite when IsOfStorage(sqlite) => Create(null, sqlite),
            _ => null,
        };

    /// <summary>Whether the database itself cannot be read.</summary>
    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NoDatabase;

    private static StorageError GetError(string? file, SqliteException exception) =>
        exception.SqliteErrorCode switch
        {
            Busy or Locked => StorageError.Locked,
            ReadOnly => StorageError.ReadOnly,
            Corrupt or NoDatabase => StorageError.Damaged,
            Full => StorageError.DiskFull,

            // On a full disk the shared memory cannot grow, which SQLite calls an input or output error.
            InputOutput => IsFull(file) ? StorageError.DiskFull : StorageError.Unavailable,
            CannotOpen => IsFull(file) ? StorageError.DiskFull : StorageError.Unusable,
            _ => StorageError.Unavailable,
        };

    private static string Text(StorageError fault, string database, string? file, string message) =>
        fault switch
        {
            StorageError.Locked => $"{database} is locked by another program.",
            StorageError.DiskFull => $"{database} cannot be written: the disk is full.",
            StorageError.ReadOnly => $"{database} cannot be written: it, its folder or its disk is read-only.",
            StorageError.Damaged => $"{database} is damaged ({message}). `AiNewsBot doctor` names the newest sound backup.",
            StorageError.Unusable when Directory.Exists(file) => $"{database} is a folder: name a file in it.",
            StorageError.Unusable =>
                $"{database} cannot be opened: check that its folder exists and that this user may read and write both.",
            _ => $"{database} failed: {message}",
        };

    private static bool IsFull(string? file)
    {
        try
        {
            return file is not null && new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace < MinFree;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
