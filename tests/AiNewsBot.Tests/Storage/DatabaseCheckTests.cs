using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Storage;

/// <summary>What a look at the database shows, and what of it can be restored.</summary>
public sealed class DatabaseCheckTests : IDisposable
{
    private const string Fact = """
        INSERT INTO subjects (id, kind, name, position, aliases, details, related, asks)
            VALUES ('grok', 'family', 'Grok', 1, '[]', '{}', '[]', '[]');
        INSERT INTO statements (id, subject, property, value, sources, verified_on, rank, qualifiers, position)
            VALUES ('s', 'grok', 'licence', 'MIT', '[]', '2026-01-01', 'normal', '{}', 1);
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _database;

    public DatabaseCheckTests()
    {
        EmptyDatabase.Copy(_folder["facts.db"]);
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
    }

    private Restorer Restorer => new(_database, new Backups(_database, _folder["backups"], 7, TimeProvider.System));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sound_database_is_counted()
    {
        var empty = await DatabaseCheck.RunAsync(_database);
        Execute(Fact);
        Execute(
            "INSERT INTO outbox (kind, channel_id, state, created_at) VALUES ('item', '1', 'pending', 1), ('item', '1', 'scheduled', 1), "
                + "('item', '1', 'sent', 1)"
        );

        Assert.Equal(
            empty with
            {
                Subjects = empty.Subjects + 1,
                Statements = 1,
                PendingOutbox = 2,
            },
            await DatabaseCheck.RunAsync(_database)
        );
        Assert.Equal((Migrator.NewestVersion, null, 0L), (empty.SchemaVersion, empty.Fault, empty.Statements));
    }

    // Pages may be whole though their values are not this program's.
    [Theory]
    [InlineData("UPDATE statements SET verified_on = 'soon'")]
    [InlineData("UPDATE statements SET sources = '[{]'")]
    [InlineData("UPDATE statements SET rank = 'best'")]
    [InlineData("UPDATE subjects SET kind = 'starship'")]
    public async Task Fact_that_cannot_be_read_is_a_fault(string change)
    {
        Execute(Fact);
        Execute(change);

        Assert.StartsWith("a fact cannot be read: ", (await DatabaseCheck.RunAsync(_database)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_that_refers_to_nothing_is_a_fault()
    {
        Execute("PRAGMA foreign_keys = OFF; INSERT INTO server_roles (server, power, role) VALUES ('gone', 'edit', '1')");

        Assert.Equal("1 rows refer to rows that are not there", (await DatabaseCheck.RunAsync(_database)).Fault);
    }

    [Fact]
    public async Task Missing_database_is_said_to_be_missing() =>
        Assert.Equal(
            StorageError.Missing,
            (
                await Assert.ThrowsAsync<StorageException>(() =>
                    DatabaseCheck.RunAsync(new DatabaseFile($"Data Source={_folder["none.db"]}"))
                )
            ).Fault
        );

    [Theory]
    [InlineData("CREATE TABLE theirs (a)", StorageError.Foreign)]
    [InlineData(
        "CREATE TABLE SchemaVersions (ScriptName TEXT); INSERT INTO SchemaVersions VALUES ('Their.Script.0001.sql')",
        StorageError.Foreign
    )]
    [InlineData(
        "CREATE TABLE SchemaVersions (ScriptName TEXT); INSERT INTO SchemaVersions VALUES ('AiNewsBot.Storage.Migrations.9999-x.sql')",
        StorageError.Newer
    )]
    public async Task Database_of_another_program_or_version_is_told_apart(string sql, object error)
    {
        using (var connection = new SqliteConnection($"Data Source={_folder["other.db"]};Pooling=False"))
            connection.Execute(sql);

        var other = new DatabaseFile($"Data Source={_folder["other.db"]}");

        Assert.Equal((StorageError)error, (await Assert.ThrowsAsync<StorageException>(() => DatabaseCheck.RunAsync(other))).Fault);
    }

    [Fact]
    public async Task News_is_counted_by_its_states_and_is_none_before_there_was_news()
    {
        Execute(
            """
            INSERT INTO feeds (url, kind, origin, is_active, fault, next_poll_at, created_at) VALUES
                ('a', 'Feed', 'Shipped', 1, NULL, 0, 0), ('b', 'Feed', 'Shipped', 1, 'Down.', 0, 0),
                ('c', 'Feed', 'Shipped', 0, NULL, 0, 0), ('d', 'Feed', 'Retired', 0, NULL, 0, 0);
            INSERT INTO outbox (kind, channel_id, state, created_at) VALUES ('item', '1', 'pending', 1), ('item', '1', 'sending', 1),
                ('item', '1', 'held', 1), ('item', '1', 'draft', 1);
            INSERT INTO subscriptions (channel_id, cadence, created_at, paused_at, is_active) VALUES ('1', 'Instant', 1, 1, 1),
                ('1', 'Instant', 1, 1, 0), ('1', 'Instant', 1, NULL, 1);
            """
        );
        OldDatabase.Create(_folder["old.db"], 15, _ => { });

        Assert.Equal(new NewsCheck(2, 1, 1, 2, 1, 1), await NewsCheck.RunAsync(_database));
        Assert.Null(await NewsCheck.RunAsync(new DatabaseFile($"Data Source={_folder["old.db"]}")));
    }

    [Theory]
    [InlineData("CREATE TABLE theirs (a)", "cannot be read")]
    [InlineData("PRAGMA user_version = 1", "is no database of AiNewsBot")]
    [InlineData(
        "CREATE TABLE SchemaVersions (ScriptName TEXT); INSERT INTO SchemaVersions VALUES ('AiNewsBot.Storage.Migrations.9999-x.sql')",
        "was written by a newer AiNewsBot"
    )]
    public async Task File_that_is_no_backup_of_this_program_is_not_restored(string sql, string told)
    {
        using (var connection = new SqliteConnection($"Data Source={_folder["copy.db"]};Pooling=False"))
            connection.Execute(sql);
        Execute(Fact);

        var exception = Assert.Throws<StorageException>(() => Restorer.Restore(_folder["copy.db"]));

        Assert.Contains($"was not restored: it {told}", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await DatabaseCheck.RunAsync(_database)).Statements);
    }

    [Fact]
    public void Database_is_no_backup_of_itself_and_what_is_not_there_is_none()
    {
        Assert.Contains("is the database itself", Assert.Throws<StorageException>(() => Restorer.Restore(_database.File)).Message);
        Assert.Contains("There is no backup", Assert.Throws<StorageException>(() => Restorer.Restore(_folder["none.db"])).Message);
    }

    [Fact]
    public async Task Restored_database_is_that_of_the_backup_and_the_replaced_one_is_kept()
    {
        EmptyDatabase.Copy(_folder["copy.db"]);
        Execute(Fact);

        var kept = Restorer.Restore(_folder["copy.db"]);

        Assert.Equal(0, (await DatabaseCheck.RunAsync(_database)).Statements);
        Assert.Equal(1, (await DatabaseCheck.RunAsync(new DatabaseFile($"Data Source={kept}"))).Statements);
    }

    [Fact]
    public async Task Where_there_is_no_database_the_backup_becomes_one()
    {
        EmptyDatabase.Copy(_folder["copy.db"]);
        var fresh = new DatabaseFile($"Data Source={_folder["new/facts.db"]}");

        Assert.Null(new Restorer(fresh, new Backups(fresh, _folder["backups"], 7, TimeProvider.System)).Restore(_folder["copy.db"]));

        Assert.Equal(Migrator.NewestVersion, (await DatabaseCheck.RunAsync(fresh)).SchemaVersion);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        connection.Execute(sql);
    }
}
