using System.Buffers.Binary;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Copies of the database, made with VACUUM INTO: a copy of the file of a
/// live database in WAL mode would lack its newest rows.</summary>
internal sealed class Backups(DatabaseFile database, string folder, int kept, TimeProvider time) : IBackups
{
    private const string Unfinished = ".part";
    private const int HeaderLength = 100;
    private static readonly string[] FilesOfDatabase = ["", "-wal"];

    private string Folder => Path.GetFullPath(folder);

    /// <summary>Writes a backup into the folder and drops the oldest of its kind beyond those that are kept.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="StorageException">It cannot be written; nothing of it is left, and no other backup was dropped.</exception>
    public string Write(string why)
    {
        using var connection = OpenDatabase();
        return Write(why, connection);
    }

    // On a thread of its own: with a large database on a slow disk this takes minutes, which no thread of the pool is to spend on it.
    public Task<string> WriteAsync(string why) =>
        Task.Factory.StartNew(() => Write(why), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Writes a backup to a path that does not exist yet, in a folder that exists.</summary>
    /// <exception cref="StorageException">The file exists, or the place cannot be written.</exception>
    public void WriteTo(string file)
    {
        file = Path.GetFullPath(file);
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new StorageException($"There is no folder {Path.GetDirectoryName(file)} for the backup.")
            {
                Fault = StorageError.Unusable,
            };
        using var connection = OpenDatabase();
        WriteTo(file, connection);
    }

    /// <summary>When the newest daily backup was written; null without one.</summary>
    public DateTimeOffset? Newest() =>
        Existing()
            .Where(backup => backup.Name.IsDaily)
            .Select(backup => (DateTimeOffset?)new DateTimeOffset(File.GetLastWriteTimeUtc(backup.File), TimeSpan.Zero))
            .Max();

    /// <summary>The newest backup that can be restored; null without one. What a restore replaced does not count.</summary>
    public string? NewestSound() =>
        Existing()
            .Where(backup => backup.Name.Why != BackupName.BeforeRestore)
            .OrderByDescending(backup => backup.Name.Stamp, StringComparer.Ordinal)
            .Select(backup => backup.File)
            .FirstOrDefault(file => Restorer.GetError(file) is null);

    internal string Write(string why, SqliteConnection connection)
    {
        PrepareFolder();
        var name = BackupName.For(time.GetUtcNow(), why);
        var file = Path.Combine(Folder, name.ToString());
        WriteTo(file, connection);
        Prune(name, file);
        return file;
    }

    /// <summary>Copies a database that SQLite cannot read as it lies there, with its log, into the folder.</summary>
    internal string KeepDamaged()
    {
        PrepareFolder();
        var file = Path.Combine(Folder, BackupName.For(time.GetUtcNow(), BackupName.BeforeRestore) + ".damaged");
        foreach (var part in FilesOfDatabase.Where(part => File.Exists(database.File + part)))
        {
            PrivateFiles.Create(file + part);
            File.Copy(database.File + part, file + part, overwrite: true);
        }

        return file;
    }

    private SqliteConnection OpenDatabase() =>
        database.Exists
            ? database.Open()
            : throw new StorageException($"There is no database at {database.File} yet.") { Fault = StorageError.Missing };

    private void PrepareFolder()
    {
        try
        {
            PrivateFiles.CreateFolder(Folder);
            foreach (
                var file in Directory
                    .EnumerateFiles(Folder)
                    .Where(file =>
                        file.EndsWith(Unfinished, StringComparison.Ordinal) && BackupName.Parse(file[..^Unfinished.Length]) is not null
                    )
            )
                File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Create($"The backup folder {Folder} cannot be used", exception);
        }
    }

    // Under another name until it is whole: a disk that fills up leaves nothing that could be taken for a backup.
    private void WriteTo(string file, SqliteConnection connection)
    {
        if (Path.Exists(file))
            throw new StorageException($"{file} exists already: name a new file, so that no backup is lost.");
        var part = file + Unfinished;
        try
        {
            File.Delete(part);
            PrivateFiles.Create(part);
            connection.Execute("VACUUM INTO @part", new { part });
            PrivateFiles.Flush(part);
            if (IntegrityOf(part) is { } fault)
                throw new StorageException($"The backup {file} was not kept, since what was written is damaged: {fault}")
                {
                    Fault = StorageError.Unavailable,
                };
            File.Move(part, file, overwrite: false);
        }
        catch (Exception exception)
        {
            Drop(part);
            Drop(part + "-journal");
            throw exception switch
            {
                SqliteException sqlite when StorageErrorText.IsDamage(sqlite) => StorageErrorText.Create(database.File, sqlite),
                SqliteException sqlite => StorageErrorText.Create(file, sqlite, what: $"The backup {file}"),
                IOException or UnauthorizedAccessException => FileErrors.Create($"The backup {file} cannot be written", exception),
                _ => exception,
            };
        }
    }

    private static string? IntegrityOf(string file)
    {
        using var connection = new DatabaseFile(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        ).OpenToRead();
        return DatabaseCheck.Integrity(connection);
    }

    private static void Drop(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Its name says that it is unfinished; the next backup tries again to delete it.
        }
    }

    // The one just written stays, though after the clock was set back others bear later dates.
    private void Prune(BackupName written, string file)
    {
        var old = Existing()
            .Where(backup =>
                backup.Name.IsDaily == written.IsDaily && backup.File != file && backup.File != database.File && IsWhole(backup.File)
            );
        foreach (var backup in old.OrderByDescending(backup => backup.Name.Stamp, StringComparer.Ordinal).Skip(kept - 1))
            Drop(backup.File);
    }

    private IEnumerable<(string File, BackupName Name)> Existing() =>
        !Directory.Exists(Folder)
            ? []
            : Directory
                .GetFiles(Folder)
                .Select(file => (file, BackupName.Parse(file)))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.file, pair.Item2!));

    // As long as its header says: what an earlier version left of a backup on a full disk does not count as one
    // (https://www.sqlite.org/fileformat.html).
    private static bool IsWhole(string file)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
            return false;
        long pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var size && size == 1 ? 65536 : size;
        return stream.Length >= pageSize * BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
    }
}
