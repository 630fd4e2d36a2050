using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Tests.Harness;

/// <summary>A database of today's schema without a row. Migrated once in a run of the tests: that is most of what a small test waits
/// for.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<byte[]> Content = new(Create);

    public static void Copy(string file) => File.WriteAllBytes(file, Content.Value);

    /// <summary>A copy in a folder, ready to be read and written.</summary>
    public static SqliteDatabase Open(TemporaryFolder folder)
    {
        Copy(folder["empty.db"]);
        return new SqliteDatabase(new DatabaseFile($"Data Source={folder["empty.db"]}"));
    }

    private static byte[] Create()
    {
        using var folder = new TemporaryFolder();
        var file = new DatabaseFile($"Data Source={folder["empty.db"]}");
        new Migrator(file, new Backups(file, folder["backups"], 1, TimeProvider.System)).Migrate();

        // The last connection that closes writes the log of changes into the file.
        file.CloseUnused();
        return File.ReadAllBytes(folder["empty.db"]);
    }
}
