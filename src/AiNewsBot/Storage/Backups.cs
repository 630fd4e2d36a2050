using System.Globalization;
using Dapper;

namespace AiNewsBot.Storage;

/// <summary>Copies of the database, made with VACUUM INTO: a copy of the file of a live database in WAL mode would lack its newest rows.</summary>
public sealed class Backups(Database database, string folder, int kept, TimeProvider time)
{
    private const string Pattern = "ainewsbot-*.db";

    /// <summary>Writes a backup into the folder and drops the oldest beyond those that are kept.</summary>
    /// <returns>Its path.</returns>
    public string Write(string why)
    {
        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var file = Path.Combine(Path.GetFullPath(folder), $"ainewsbot-{stamp}-{why}.db");
        WriteTo(file);

        // The one just written stays, though after the clock was set back others bear later dates.
        foreach (var old in Directory.GetFiles(Path.GetFullPath(folder), Pattern).Where(other => other != file).OrderDescending(StringComparer.Ordinal).Skip(kept - 1))
            File.Delete(old);
        return file;
    }

    /// <summary>Writes a backup to a path where nothing stands yet.</summary>
    /// <exception cref="StorageException">Something stands there, or the place cannot be written.</exception>
    public void WriteTo(string file)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file))
            throw new StorageException($"{file} exists already: name a new file, so that no backup is lost.");
        if (!database.Exists)
            throw new StorageException($"There is no database at {database.File} yet.");
        using var connection = database.Open();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            connection.Execute("VACUUM INTO @file", new { file });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new StorageException($"The backup {file} cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>When the newest backup in the folder was written; null when there is none.</summary>
    public DateTimeOffset? Newest() => !Directory.Exists(folder) ? null
        : Directory.GetFiles(folder, Pattern).Select(file => (DateTimeOffset?)new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero)).Max();
}
