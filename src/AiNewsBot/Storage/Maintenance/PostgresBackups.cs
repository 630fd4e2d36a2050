using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>Backups of PostgreSQL: SQLite files, as those of SQLite are, so that either database can be restored from either's
/// backup.</summary>
internal sealed class PostgresBackups(PostgresServer server, string folder, int kept, TimeProvider time) : IBackups
{
    private string Folder => Path.GetFullPath(folder);

    public async Task<string> WriteAsync(string why) => await WithCopyAsync(copy => new Backups(copy, Folder, kept, time).Write(why));

    /// <summary>Writes a backup to a path that does not exist yet, in a folder that exists.</summary>
    /// <exception cref="StorageException">The file exists, or the place cannot be written.</exception>
    public Task WriteToAsync(string file) =>
        WithCopyAsync(copy =>
        {
            new Backups(copy, Folder, kept, time).WriteTo(file);
            return true;
        });

    public DateTimeOffset? Newest() => OfFolder().Newest();

    /// <summary>The newest backup that can be restored; null without one.</summary>
    public string? NewestSound() => OfFolder().NewestSound();

    private Backups OfFolder() => new(new DatabaseFile(TextOf(Path.Combine(Folder, "none"))), Folder, kept, time);

    private async Task<T> WithCopyAsync<T>(Func<DatabaseFile, T> use)
    {
        var temporary = Directory.CreateTempSubdirectory("ainewsbot-backup-");
        try
        {
            var copy = new DatabaseFile(TextOf(Path.Combine(temporary.FullName, "copy.db")));
            await using (var postgres = await server.OpenAsync())
            {
                await PostgresFaults.TranslateAsync(server, () => SqliteWriter.WriteAsync(postgres, copy));
            }

            return use(copy);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static string TextOf(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
}
