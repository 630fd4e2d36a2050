using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class SeedingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly DatabaseFile _database;
    private readonly FactStore _store;

    public SeedingTests()
    {
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        _store = new FactStore(new SqliteDatabase(_database), _time);
        new Migrator(_database, Backups()).Migrate();
    }

    [Fact]
    public async Task Seeded_facts_round_trip()
    {
        var dataset = ShippedFacts.Dataset;

        await SeedAsync(dataset);
        var read = await ReadFactsAsync();

        Assert.Equal(dataset.Subjects.Select(Flat), read.Select(Flat));
    }

    [Fact]
    public async Task Seeding_twice_changes_nothing()
    {
        var dataset = ShippedFacts.Dataset;
        var first = await SeedAsync(dataset);

        var second = await SeedAsync(dataset);

        Assert.True(first.Added > 500);
        Assert.Equal(SeedResult.Unchanged(dataset.Version), second);
    }

    [Fact]
    public async Task New_dataset_version_changes_and_removes_statements()
    {
        var dataset = ShippedFacts.Dataset;
        await SeedAsync(dataset);
        var grok = dataset.Subjects.Single(subject => subject.Id == "grok-1");
        var changed = grok with
        {
            Statements = [.. grok.Statements.Skip(1).Select(statement => statement with { Note = "Looked at again." })],
        };

        var result = await SeedAsync(dataset with { Version = dataset.Version + 1, Subjects = dataset.Subjects.Replace(grok, changed) });

        Assert.Equal((0, 1), (result.Added, result.Removed));
        Assert.True(result.Changed >= changed.Statements.Length);
        Assert.All(
            (await _store.ReadAsync()).Single(subject => subject.Id == "grok-1").Statements,
            statement => Assert.Equal("Looked at again.", statement.Note)
        );
    }

    [Fact]
    public async Task Older_dataset_does_not_replace_a_newer_one()
    {
        var dataset = ShippedFacts.Dataset;
        await SeedAsync(dataset with { Version = dataset.Version + 5 });

        var result = await SeedAsync(dataset with { Subjects = [.. dataset.Subjects.Take(1)] });

        Assert.Equal(dataset.Version + 5, result.Version);
        Assert.Equal(dataset.Subjects.Length, (await ReadFactsAsync()).Length);
    }

    [Fact]
    public void Migrating_again_changes_nothing_and_writes_no_backup()
    {
        new Migrator(_database, Backups()).Migrate();

        Assert.False(Directory.Exists(_folder["backups"]));
    }

    [Fact]
    public void Database_is_backed_up_before_a_migration()
    {
        using (var connection = _database.Open())
        {
            var tables = connection.Query<string>(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('SchemaVersions', 'sqlite_sequence')"
            );
            connection.Execute(
                $"PRAGMA foreign_keys = OFF; {string.Concat(tables.Select(table => $"DROP TABLE {table}; "))} DELETE FROM "
                    + $"SchemaVersions; PRAGMA foreign_keys = ON;"
            );
        }

        new Migrator(_database, Backups()).Migrate();

        Assert.Single(Directory.GetFiles(_folder["backups"], "*before-migration.db"));
    }

    [Fact]
    public void Only_the_newest_backups_are_kept()
    {
        for (var day = 0; day < 5; day++)
        {
            Backups(kept: 3).Write("daily");
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(
            ["20261126", "20261127", "20261128"],
            Directory.GetFiles(_folder["backups"]).Order().Select(file => Path.GetFileName(file)[10..18])
        );
    }

    // The words that moderators teach stand in a subject of their own, which no dataset brings.
    private async Task<Subject[]> ReadFactsAsync() => [.. (await _store.ReadAsync()).Where(subject => subject.Kind != SubjectKind.Words)];

    private Task<SeedResult> SeedAsync(Dataset dataset) =>
        _store.SeedAsync($"{dataset.Version} {string.Join('\n', dataset.Subjects.Select(Flat))}", () => dataset);

    public void Dispose() => _folder.Dispose();

    private Backups Backups(int kept = 7) => new(_database, _folder["backups"], kept, _time);

    // Records with arrays compare by reference: flattened, they compare by what they hold.
    private static string Flat(Subject subject) =>
        $"{subject.Kind} {subject.Id} {subject.Name} {subject.Parent} {subject.About} {string.Join('|', subject.Aliases)} "
        + $"{string.Join('|', subject.Related)} {string.Join('|', subject.Asks)} {string.Join('|', subject.Details)}\n"
        + string.Join(
            '\n',
            subject.Statements.Select(statement =>
                $"{statement.Property} {statement.Value} {statement.ValidFrom} {statement.ValidTo} {statement.VerifiedOn} "
                + $"{statement.Note} {statement.Rank} {string.Join('|', statement.Qualifiers)} "
                + $"{string.Join('|', statement.Sources)}"
            )
        );
}
