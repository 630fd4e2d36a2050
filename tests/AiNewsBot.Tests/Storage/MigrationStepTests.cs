using System.Globalization;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Storage;

/// <summary>Each migration by itself: a database that ended with any of them becomes today's.</summary>
public sealed class MigrationStepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _database;
    private readonly Backups _backups;

    public MigrationStepTests()
    {
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        _backups = new Backups(_database, _folder["backups"], 7, TimeProvider.System);
    }

    public static TheoryData<int> Scripts =>
        [
            .. typeof(Migrator)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("AiNewsBot.Storage.Migrations.", StringComparison.Ordinal))
                .Select(name => name.Split('.')[^2])
                .Select(name => int.Parse(name.Split('-')[0], CultureInfo.InvariantCulture))
                .Order(),
        ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Database_that_ended_with_this_script_becomes_todays_and_is_backed_up_before(int script)
    {
        OldDatabase.Create(_database.File, script, _ => { });
        EmptyDatabase.Copy(_folder["new.db"]);
        var isNewest = script == Scripts.Select(row => row.Data).Max();

        new Migrator(_database, _backups).Migrate();

        Assert.Equal(Schema(new DatabaseFile($"Data Source={_folder["new.db"]}")), Schema(_database));
        using var connection = _database.Open();
        Assert.Equal(Migrator.NewestVersion, Migrator.VersionOf(connection, _database.File));
        Assert.Equal("ok", connection.ExecuteScalar<string>("PRAGMA integrity_check"));
        Assert.Empty(connection.Query("PRAGMA foreign_key_check"));
        Assert.Equal(isNewest ? 0 : 1, Directory.Exists(_folder["backups"]) ? Directory.GetFiles(_folder["backups"]).Length : 0);
    }

    [Fact]
    public void Number_of_a_script_is_given_once() => Assert.Equal(Scripts.Count, Scripts.Select(row => row.Data).Distinct().Count());

    // Another table in the way of a script: those before it are kept, and what the database was before them is in the backup.
    [Fact]
    public void Script_that_fails_is_rolled_back_and_named_with_the_way_back()
    {
        OldDatabase.Create(_database.File, 31, connection => connection.Execute("CREATE TABLE repository_states (mine TEXT)"));
        var before = Schema(_database);

        var exception = Assert.Throws<StorageException>(() => new Migrator(_database, _backups).Migrate());

        var backup = Assert.Single(Directory.GetFiles(_folder["backups"]));
        Assert.Contains("0040-repository-states.sql", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AiNewsBot db restore", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Schema(new DatabaseFile($"Data Source={backup}")));
        Assert.Contains("repository_states CREATE TABLE repository_states (mine TEXT)", Schema(_database));
        Assert.DoesNotContain(Schema(_database), table => table.Contains("STRICT", StringComparison.Ordinal));
    }

    [Fact]
    public void Database_without_any_script_is_an_empty_one()
    {
        OldDatabase.Create(_database.File, 0, _ => { });

        new Migrator(_database, _backups).Migrate();

        using var connection = _database.Open();
        Assert.Equal(Migrator.NewestVersion, Migrator.VersionOf(connection, _database.File));
    }

    private static string[] Schema(DatabaseFile database)
    {
        using var connection = database.OpenToRead();
        return
        [
            .. connection
                .Query<string>(
                    "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND name <> 'SchemaVersions' "
                        + "ORDER BY name"
                )
                .Select(one => string.Join(' ', one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
    }
}
