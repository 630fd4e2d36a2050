using AiNewsBot.Answering;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class ShippedDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Build_compiled_the_dataset_that_the_program_comes_with() => Assert.NotNull(ShippedDataset.TryReadCompiled());

    [Fact]
    public async Task Compiled_dataset_leaves_the_same_rows_as_its_files()
    {
        var compiled = await SeedAsync("compiled.db", () => ShippedDataset.TryReadCompiled()!);
        var files = await SeedAsync("files.db", () => ShippedFacts.Dataset);

        foreach (var table in (string[])["subjects", "statements", "revisions", "revision_counter", "dataset", "conflicts"])
            Assert.Equal(await DumpAsync(files, table), await DumpAsync(compiled, table));
    }

    [Fact]
    public async Task Shipped_facts_are_those_that_are_read_from_a_database_filled_with_them()
    {
        var database = await SeedAsync("facts.db", ShippedDataset.Read);

        var read = FactBase.Create(await new FactStore(database, _time).ReadAsync());
        var shipped = (await new ShippedSnapshot().GetAsync()).Answerer.Facts;

        Assert.Equal(read.All.Select(view => Flat(view.Subject)).Order(), shipped.All.Select(view => Flat(view.Subject)).Order());
    }

    [Fact]
    public async Task Database_is_unfilled_until_a_dataset_is_taken_in()
    {
        var file = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        using var database = new SqliteDatabase(file);
        var store = new FactStore(database, _time);

        Assert.True(await store.IsUnfilledAsync(Cancelled));
        new Migrator(file, new Backups(file, _folder["backups"], 7, _time)).Migrate();
        Assert.True(await store.IsUnfilledAsync(Cancelled));
        await store.SeedAsync(ShippedDataset.Digest, ShippedDataset.Read, Cancelled);
        Assert.False(await store.IsUnfilledAsync(Cancelled));
    }

    [Fact]
    public async Task File_that_is_no_database_is_not_taken_for_an_unfilled_one()
    {
        await File.WriteAllTextAsync(_folder["facts.db"], new string('x', 10_000), Cancelled);
        using var database = new SqliteDatabase(new DatabaseFile($"Data Source={_folder["facts.db"]}"));

        Assert.False(await new FactStore(database, _time).IsUnfilledAsync(Cancelled));
    }

    [Fact]
    public async Task Facts_are_as_seeded_until_one_is_edited()
    {
        var database = await SeedAsync("facts.db", ShippedDataset.Read);

        Assert.True(await IsAsSeededAsync(database));

        await database.WriteAsync(
            connection => connection.ExecuteAsync("UPDATE statements SET edited = 1 WHERE id = (SELECT MIN(id) FROM statements)"),
            Cancelled
        );
        Assert.False(await IsAsSeededAsync(database));
    }

    [Theory]
    [InlineData("DELETE FROM statements WHERE id = (SELECT MIN(id) FROM statements)")]
    [InlineData("UPDATE dataset SET digest = 'of another build'")]
    [InlineData(
        "INSERT INTO subjects (id, kind, name, aliases, details, related, asks, position) VALUES ('x', 'words', 'x', '', '', '', '', 0)"
    )]
    public async Task Facts_are_not_as_seeded_where_something_came_or_went(string change)
    {
        var database = await SeedAsync("facts.db", ShippedDataset.Read);

        await database.WriteAsync(connection => connection.ExecuteAsync(change), Cancelled);

        Assert.False(await IsAsSeededAsync(database));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<bool> IsAsSeededAsync(IDatabase database) =>
        await new FactStore(database, _time).IsAsSeededAsync(
            ShippedDataset.Digest,
            (await new ShippedSnapshot().GetAsync()).Answerer.Facts
        );

    private static string Flat(Subject subject) =>
        $"{subject.Kind} {subject.Id} {subject.Name} {subject.Parent} {subject.About} {string.Join('|', subject.Aliases)} "
        + $"{string.Join('|', subject.Related)} {string.Join('|', subject.Asks)} {string.Join('|', subject.Details)} "
        + $"{subject.Withdrawn.Length}\n"
        + string.Join(
            '\n',
            subject.Statements.Select(statement =>
                $"{statement.Id} {statement.IsLocal} {statement.Property} {statement.Value} {statement.ValidFrom} {statement.ValidTo} "
                + $"{statement.VerifiedOn} {statement.Note} {statement.Rank} {string.Join('|', statement.Qualifiers)} "
                + $"{string.Join('|', statement.Sources)}"
            )
        );

    private async Task<SqliteDatabase> SeedAsync(string name, Func<Dataset> read)
    {
        var file = new DatabaseFile($"Data Source={_folder[name]}");
        new Migrator(file, new Backups(file, _folder["backups"], 7, _time)).Migrate();
        var database = new SqliteDatabase(file);
        await new FactStore(database, _time).SeedAsync(ShippedDataset.Digest, read);
        return database;
    }

    private static Task<string[]> DumpAsync(SqliteDatabase database, string table) =>
        database.ReadAsync(async connection =>
        {
            await using var reader = await connection.ExecuteReaderAsync($"SELECT * FROM {table} ORDER BY 1");
            var rows = new List<string>();
            while (await reader.ReadAsync())
                rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            return rows.ToArray();
        });
}
