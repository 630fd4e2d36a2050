using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.Storage;

/// <summary>Databases of older programs, with a row of each kind, as this program takes them over.</summary>
public sealed class SchemaUpgradeTests : IDisposable
{
    private const string Server = "300000000000000001";
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _database;
    private readonly Backups _backups;

    public SchemaUpgradeTests()
    {
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        _backups = new Backups(_database, _folder["backups"], 7, TimeProvider.System);
    }

    public static TheoryData<int> Versions => [5, 10, 16, 21, 22];

    [Theory]
    [MemberData(nameof(Versions))]
    public void Older_schema_becomes_that_of_a_new_database(int version)
    {
        Load(version);
        var empty = new DatabaseFile($"Data Source={_folder["empty.db"]}");

        new Migrator(_database, _backups).Migrate();
        new Migrator(empty, _backups).Migrate();

        Assert.Equal(Schema(empty), Schema(_database));
        using var connection = _database.Open();
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal(Migrator.NewestVersion, Migrator.VersionOf(connection, _database.File));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Facts_and_their_history_are_kept(int version)
    {
        Load(version);

        new Migrator(_database, _backups).Migrate();

        var reader = new FactReader(new SqliteDatabase(_database));
        var licence = Assert.Single(
            await reader.ReadPropertyAsync(Layer.Global, "grok-1", "licence", cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Equal(("MIT", 2), (licence.Content.Value, licence.Revision));
        Assert.Equal("Apache-2.0", (await reader.RevisionAsync(Layer.Global, 2, TestContext.Current.CancellationToken))!.Before!.Value);
        Assert.Equal("The file changed", (await reader.RevisionAsync(Layer.Global, 2, TestContext.Current.CancellationToken))!.Row.Reason);
        var own = Assert.Single(
            await reader.ReadPropertyAsync(new Layer(Server), "grok-1", "weights", cancellationToken: TestContext.Current.CancellationToken)
        );
        Assert.Equal(("gated", "2025-01-01"), (own.Content.Value, own.Content.ValidFrom));
        Assert.Equal(
            ["Apache-2.0", "grok", "grok-1", "xai"],
            (await new FactStore(new SqliteDatabase(_database), TimeProvider.System).ReadAsync())
                .Where(subject => subject.Id != "question-words")
                .Select(subject => subject.Id)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Open_suggestions_survive_an_upgrade_of_the_schema(int version)
    {
        Load(version);

        new Migrator(_database, _backups).Migrate();

        using var connection = _database.Open();
        Assert.Equal("pending", connection.ExecuteScalar<string>("SELECT state FROM suggestions"));
        Assert.Equal(4, connection.ExecuteScalar<int>("SELECT asked FROM unanswered WHERE server = @Server", new { Server }));
        Assert.Equal("open", connection.ExecuteScalar<string>("SELECT state FROM conflicts"));
        Assert.Equal("d1", connection.ExecuteScalar<string>("SELECT id FROM drafts"));
        Assert.Equal("Europe/Berlin", connection.ExecuteScalar<string>("SELECT timezone FROM servers WHERE id = @Server", new { Server }));
        Assert.Equal("400000000000000001", connection.ExecuteScalar<string>("SELECT role FROM server_roles"));
    }

    // The oldest had no news.
    [Theory]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(21)]
    [InlineData(22)]
    public void Posts_and_subscriptions_are_kept_as_they_were(int version)
    {
        Load(version);

        new Migrator(_database, _backups).Migrate();

        using var connection = _database.Open();
        Assert.Equal(["sent", "pending", "pending"], connection.Query<string>("SELECT state FROM outbox ORDER BY id"));
        Assert.Equal("900000000000000001", connection.ExecuteScalar<string>("SELECT message_id FROM outbox WHERE id = 1"));
        Assert.Equal(7, connection.ExecuteScalar<int>("SELECT fence FROM leases WHERE name = 'news'"));
        Assert.Equal(2, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM subscriptions"));
        Assert.Equal(1, connection.ExecuteScalar<int>("SELECT COUNT(*) FROM subscriptions WHERE paused_at IS NOT NULL"));

        // Each feed's entry has its own words and, in a server, its own story.
        Assert.Equal(
            ["https://a.example/1", "https://b.example/1"],
            connection.Query<string>(
                "SELECT items.link FROM sightings JOIN items ON items.id = sightings.item_id ORDER BY sightings.feed_id"
            )
        );
    }

    [Fact]
    public void Order_of_an_items_subjects_is_kept()
    {
        Load(21);

        new Migrator(_database, _backups).Migrate();

        using var connection = _database.Open();
        Assert.Equal(["grok-1", "grok"], connection.Query<string>("SELECT subject FROM item_subjects WHERE item_id = 1 ORDER BY position"));
    }

    // The dump's last suggestions were deleted: their numbers stand in messages, and mean nothing else.
    [Fact]
    public void Number_that_was_given_once_is_given_to_nothing_else()
    {
        Load(21);

        new Migrator(_database, _backups).Migrate();

        using var connection = _database.Open();
        Assert.Equal(
            10,
            connection.ExecuteScalar<int>(
                "INSERT INTO suggestions (layer, subject, property, content, reason, made_at) "
                    + "VALUES ('global', 'grok', 'licence', '{}', '', 0) "
                    + "RETURNING number"
            )
        );
    }

    [Fact]
    public void Every_table_takes_only_values_of_its_columns_types()
    {
        new Migrator(_database, _backups).Migrate();

        using var connection = _database.Open();
        var loose = connection.Query<string>(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 "
                + "AND name NOT LIKE 'sqlite%' AND name <> 'SchemaVersions'"
        );

        Assert.Empty(loose);
    }

    [Theory]
    [InlineData("UPDATE outbox SET state = 'lost'")]
    [InlineData("UPDATE outbox SET payload = '{'")]
    [InlineData("UPDATE outbox SET attempts = -1")]
    [InlineData("UPDATE statements SET state = 'unsure'")]
    [InlineData("UPDATE statements SET edited = 2")]
    [InlineData("UPDATE subscriptions SET is_active = 7")]
    [InlineData("UPDATE revisions SET made_at = 'yesterday'")]
    public void Value_that_no_program_writes_is_refused(string sql)
    {
        Load(22);
        using var connection = _database.Open();

        var refusal = Assert.Throws<SqliteException>(() => connection.Execute(sql));

        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT, refusal.SqliteErrorCode);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(21)]
    public void Backup_from_before_the_migration_is_the_way_back(int version)
    {
        Load(version);
        new Migrator(_database, _backups).Migrate();
        using (var connection = _database.Open())
            connection.Execute("UPDATE revision_counter SET last = 99");
        var backup = Assert.Single(Directory.GetFiles(_folder["backups"]));

        new Restorer(_database, _backups).Restore(backup);

        using (var restored = _database.OpenToRead())
        {
            Assert.Equal(version, Migrator.VersionOf(restored, _database.File));
            Assert.Equal(3, restored.ExecuteScalar<int>("SELECT last FROM revision_counter"));
        }

        new Migrator(_database, _backups).Migrate();
        using var again = _database.Open();
        Assert.Equal(Migrator.NewestVersion, Migrator.VersionOf(again, _database.File));
    }

    [Fact]
    public void Schema_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        new Migrator(_database, _backups).Migrate();
        using (var connection = _database.Open())
            connection.Execute(
                "INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('AiNewsBot.Storage.Migrations.9999-next.sql', '2027-01-01')"
            );

        var refusal = Assert.Throws<StorageException>(() => new Migrator(_database, _backups).Migrate());

        Assert.Equal(StorageError.Newer, refusal.Fault);
        Assert.Contains("9999-next.sql", refusal.Message);
        Assert.Contains("Nothing was changed", refusal.Message);
    }

    public void Dispose() => _folder.Dispose();

    private void Load(int version)
    {
        var dump = Path.Combine(RepositoryRoot.Path, "tests", "AiNewsBot.Tests", "Storage", "Dumps", $"schema-{version:00}.sql");
        using var connection = new SqliteConnection($"Data Source={_database.File};Foreign Keys=False");
        connection.Open();
        connection.Execute(File.ReadAllText(dump));
    }

    private static string[] Schema(DatabaseFile database)
    {
        using var connection = database.Open();
        return
        [
            .. connection
                .Query<string>("SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY name")
                .Select(line => string.Join(' ', line.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => !line.StartsWith("SchemaVersions", StringComparison.Ordinal)),
        ];
    }
}
