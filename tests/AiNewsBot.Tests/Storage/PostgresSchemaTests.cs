using AiNewsBot.Storage;
using AiNewsBot.Storage.Maintenance;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Storage;

/// <summary>The schema on PostgreSQL: equal to SQLite's, and made once by however many processes start.</summary>
public sealed class PostgresSchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Tables_and_columns_are_those_of_SQLite()
    {
        using var sqlite = OpenSqlite();
        using var server = new PostgresServer(await TestDatabase.CreateEmptyPostgresAsync(_folder));
        await using var postgres = await server.OpenAsync(Cancelled);

        Assert.Null(await TableShapes.FindDifferenceAsync(TableShapes.Read(sqlite), postgres));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Columns_may_be_null_where_those_of_SQLite_may()
    {
        using var sqlite = OpenSqlite();
        using var server = new PostgresServer(await TestDatabase.CreateEmptyPostgresAsync(_folder));
        await using var postgres = await server.OpenAsync(Cancelled);
        var ours = TableShapes
            .Read(sqlite)
            .SelectMany(table =>
                sqlite.Query<string>(
                    "SELECT @Name || '.' || name FROM pragma_table_info(@Name) WHERE \"notnull\" = 0 AND pk = 0",
                    new { table.Name }
                )
            )
            .Order(StringComparer.Ordinal);

        var theirs = await postgres.QueryAsync<string>(
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND is_nullable = 'YES'"
        );

        Assert.Equal(ours, theirs.Order(StringComparer.Ordinal));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Indexes_are_those_of_SQLite()
    {
        using var sqlite = OpenSqlite();
        using var server = new PostgresServer(await TestDatabase.CreateEmptyPostgresAsync(_folder));
        await using var postgres = await server.OpenAsync(Cancelled);

        var theirs = await postgres.QueryAsync<string>(
            "SELECT CAST(indexname AS text) FROM pg_indexes WHERE schemaname = 'public' "
                + "AND indexdef NOT LIKE 'CREATE UNIQUE INDEX %\\_pkey ON %' "
                + "AND indexname NOT LIKE '%\\_key'"
        );

        Assert.Equal(
            sqlite.Query<string>("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").Order(StringComparer.Ordinal),
            theirs.Where(name => !name.Contains("schemaversions", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Texts_are_ordered_by_their_bytes()
    {
        using var server = new PostgresServer(await TestDatabase.CreateEmptyPostgresAsync(_folder));
        await using var postgres = await server.OpenAsync(Cancelled);

        Assert.Empty(
            await postgres.QueryAsync<string>(
                "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' "
                    + "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
            )
        );
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Processes_that_start_together_make_the_schema_once()
    {
        var connectionString = await TestDatabase.CreateBarePostgresAsync(_folder);

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async _ =>
                {
                    using var server = new PostgresServer(connectionString);
                    await new PostgresMigrator(server).MigrateAsync();
                })
        );

        using var server = new PostgresServer(connectionString);
        await using var postgres = await server.OpenAsync(Cancelled);
        Assert.Equal(PostgresSchema.NewestVersion, await PostgresSchema.FindVersionAsync(postgres, ""));
    }

    // While processes are updated one by one, those of the version before must be able to start.
    [Fact]
    public void Each_script_since_the_third_only_adds_or_the_changelog_says_that_all_processes_stop_for_it()
    {
        var changes = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "CHANGELOG.md"));

        var scripts = typeof(PostgresSchema)
            .Assembly.GetManifestResourceNames()
            .Where(PostgresSchema.IsScript)
            .Select(name => string.Join('.', name.Split('.').SkipWhile(part => !char.IsAsciiDigit(part[0]))))
            .ToArray();

        Assert.Contains("0001-baseline.sql", scripts);
        Assert.All(
            scripts.Where(script => string.CompareOrdinal(script, "0004") >= 0),
            script =>
                Assert.True(
                    script.EndsWith(".expand.sql", StringComparison.Ordinal) || changes.Contains(script, StringComparison.Ordinal),
                    script
                )
        );
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Database_to_which_a_newer_program_only_added_is_taken()
    {
        using var server = new PostgresServer(await TestDatabase.CreateSeededPostgresAsync(_folder));
        await using var postgres = await server.OpenAsync(Cancelled);
        await postgres.ExecuteAsync(
            """
            ALTER TABLE leases ADD COLUMN added TEXT NULL;
            ALTER TABLE statements ADD COLUMN added BIGINT NOT NULL DEFAULT 1;
            CREATE TABLE added (id BIGINT PRIMARY KEY);
            INSERT INTO schemaversions (scriptname, applied)
                VALUES ('AiNewsBot.Storage.Postgres.Migrations.9999-added.expand.sql', now());
            """
        );

        await new PostgresMigrator(server).MigrateAsync();

        Assert.Equal(PostgresSchema.NewestVersion, await PostgresSchema.FindVersionAsync(postgres, ""));
        Assert.NotEmpty(await new PostgresDatabase(server).ReadGlobalLayerAsync());
    }

    [Theory(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    [InlineData(
        "INSERT INTO schemaversions (scriptname, applied) VALUES ('AiNewsBot.Storage.Postgres.Migrations.9999-x.sql', now())",
        "Newer"
    )]
    [InlineData("DROP TABLE schemaversions", "Foreign")]
    public async Task Newer_or_foreign_database_is_refused_and_left_as_it_is(string change, string fault)
    {
        var connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        using var server = new PostgresServer(connectionString);
        await using (var postgres = await server.OpenAsync(Cancelled))
            await postgres.ExecuteAsync(change);

        var exception = await Assert.ThrowsAsync<StorageException>(() => new PostgresMigrator(server).MigrateAsync());

        Assert.Equal(fault, exception.Fault.ToString());
        Assert.EndsWith("Nothing was changed.", exception.Message, StringComparison.Ordinal);
    }

    private Microsoft.Data.Sqlite.SqliteConnection OpenSqlite()
    {
        EmptyDatabase.Copy(_folder["empty.db"]);
        return new DatabaseFile($"Data Source={_folder["empty.db"]}").Open();
    }
}
