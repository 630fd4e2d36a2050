using AiNewsBot.Storage;
using AiNewsBot.Storage.Setup;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Storage;

/// <summary>Names, texts and small tables of the storage.</summary>
public sealed class StorageTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ainewsbot-20261129T100000123-daily.db", true)]
    [InlineData("/var/backups/ainewsbot-20261129T100000123-before-migration.db", true)]
    [InlineData("ainewsbot-20261129T100000123-before-restore.db", true)]
    [InlineData("ainewsbot-20261329T100000123-daily.db", false)]
    [InlineData("ainewsbot-20261129T100000-daily.db", false)]
    [InlineData("ainewsbot-20261129T100000123-daily.db.part", false)]
    [InlineData("ainewsbot-20261129T100000123-.db", false)]
    [InlineData("my-ainewsbot-20261129T100000123-daily.db", false)]
    [InlineData("ainewsbot.db", false)]
    [InlineData("", false)]
    public void Only_files_with_the_name_of_a_backup_are_the_bots_to_delete(string path, bool isBackup) =>
        Assert.Equal(isBackup, BackupName.Parse(path) is not null);

    [Fact]
    public void Name_of_a_backup_is_read_as_it_was_written()
    {
        var name = BackupName.For(new DateTimeOffset(2026, 11, 29, 10, 0, 0, 123, TimeSpan.Zero), BackupName.Daily);

        Assert.Equal("ainewsbot-20261129T100000123-daily.db", name.ToString());
        Assert.Equal(name, BackupName.Parse(name.ToString()));
        Assert.True(name.IsDaily);
    }

    [Theory]
    [InlineData(5, StorageError.Locked, "is locked by another program.")]
    [InlineData(6, StorageError.Locked, "is locked by another program.")]
    [InlineData(8, StorageError.ReadOnly, "its folder or its disk is read-only.")]
    [InlineData(10, StorageError.Unavailable, "failed: ")]
    [InlineData(11, StorageError.Damaged, "`AiNewsBot doctor` names the newest sound backup.")]
    [InlineData(13, StorageError.DiskFull, "the disk is full.")]
    [InlineData(14, StorageError.Unusable, "check that its folder exists")]
    [InlineData(26, StorageError.Damaged, "is damaged")]
    [InlineData(1, StorageError.Unavailable, "failed: ")]
    public void Fault_of_sqlite_is_told_by_what_to_do(int code, object error, string told)
    {
        var exception = StorageErrorText.Create(_folder["facts.db"], new SqliteException("it says", code));

        Assert.Equal((StorageError)error, exception.Fault);
        Assert.StartsWith($"The database {_folder["facts.db"]} ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    // A mistake in a statement is the program's, and says so by its stack; a full disk is the operator's.
    [Theory]
    [InlineData(1, false)]
    [InlineData(19, false)]
    [InlineData(5, true)]
    [InlineData(13, true)]
    [InlineData(26, true)]
    public void Fault_of_a_statement_is_not_one_of_the_storage(int code, bool isOfStorage)
    {
        var exception = new SqliteException("it says", code);

        Assert.Equal(isOfStorage, StorageErrorText.IsOfStorage(exception));
        Assert.Equal(isOfStorage, StorageErrorText.Find(exception) is not null);
        Assert.Null(StorageErrorText.Find(new InvalidOperationException()));
    }

    [Fact]
    public void Folder_in_place_of_the_database_is_told_as_one() =>
        Assert.Contains(
            "is a folder: name a file in it.",
            StorageErrorText.Create(_folder.Path, new SqliteException("unable to open", 14)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(unchecked((int)0x80070070), true)]
    [InlineData(28, true)]
    [InlineData(122, true)]
    [InlineData(13, false)]
    public void Full_disk_is_known_by_the_systems_code(int code, bool isFull)
    {
        var exception = FileErrors.Create("The backup", new IOException("it says", code));

        Assert.Equal(isFull ? StorageError.DiskFull : StorageError.Unusable, exception.Fault);
        Assert.Equal(isFull ? "The backup: the disk is full." : "The backup: it says", exception.Message);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(17, 3)]
    public async Task Values_of_a_list_are_found_by_batches_each_once(int count, int batches)
    {
        using var database = EmptyDatabase.Open(_folder);
        string[] names = [.. Enumerable.Range(0, count).Select(n => $"n{n}")];
        await database.WriteAsync(
            async connection =>
            {
                foreach (var name in names.Append("other"))
                    await Cursors.BeginAsync(connection, name, 1);
            },
            TestContext.Current.CancellationToken
        );

        var found = new List<string>();
        foreach (var batch in TextBatch.From(names))
            found.AddRange(
                await database.ReadAsync(
                    connection => connection.QueryAsync<string>($"SELECT name FROM cursors WHERE name IN {TextBatch.List}", batch),
                    TestContext.Current.CancellationToken
                )
            );

        Assert.Equal(batches, TextBatch.From(names).Count());
        Assert.Equal(names.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cursor_begins_once_and_only_moves_on()
    {
        using var database = EmptyDatabase.Open(_folder);

        var moves = await database.WriteAsync(
            async connection =>
            {
                var unknown = await Cursors.FindAsync(connection, "facts");
                var moved = await Cursors.MoveAsync(connection, "facts", 3);
                return $"{unknown} {moved} {await Cursors.BeginAsync(connection, "facts", 5)} "
                    + $"{await Cursors.BeginAsync(connection, "facts", 9)} "
                    + $"{await Cursors.MoveAsync(connection, "facts", 7)} {await Cursors.MoveAsync(connection, "facts", 7)} "
                    + $"{await Cursors.MoveAsync(connection, "facts", 6)} {await Cursors.FindAsync(connection, "facts")}";
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(" False 5 5 True False False 7", moves);
    }

    [Fact]
    public async Task Numbers_of_revisions_are_given_in_a_row_and_never_twice()
    {
        using var database = EmptyDatabase.Open(_folder);

        var given = await database.WriteAsync(
            async connection =>
                (
                    await Revisions.ReserveNumbersAsync(connection, 3),
                    await Revisions.ReserveNumbersAsync(connection, 1),
                    await Revisions.GetLastAsync(connection)
                ),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((given.Item1, given.Item1 + 3, given.Item1 + 3), given);
    }

    [Theory]
    [InlineData("", "names the folder that takes the backups")]
    [InlineData("  ", "names the folder that takes the backups")]
    [InlineData("data", "is the folder of the database")]
    [InlineData("data/", "is the folder of the database")]
    [InlineData("data/../data", "is the folder of the database")]
    [InlineData("data/backups", null)]
    [InlineData("backups", null)]
    public void Folder_of_backups_holds_backups_alone(string folder, string? fault)
    {
        var settings = new StorageSettings { ConnectionString = "Data Source=data/facts.db", BackupFolder = folder };

        var found = settings.Check().Failures?.Single();

        Assert.Equal(fault is null, found is null);
        Assert.True(fault is null || found!.StartsWith($"BackupFolder: {fault}", StringComparison.Ordinal), found);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void Number_of_backups_is_bounded(int count, bool isValid) =>
        Assert.Equal(
            isValid,
            new StorageSettings { BackupsKept = count }
                .Check()
                .Succeeded
        );
}
