using AiNewsBot.Storage;
using AiNewsBot.Storage.Maintenance;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Storage;

/// <summary>A whole database from SQLite to PostgreSQL and back.</summary>
public sealed class DatabaseCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Comes_back_as_it_went()
    {
        var original = await CreateAsync("INSERT INTO cursors (name, at) VALUES ('Zürich', 9007199254740993)");
        using var server = new PostgresServer(await TestDatabase.CreateBarePostgresAsync(_folder));
        var copier = new DatabaseCopier(server);

        var there = await copier.ToPostgresAsync(original, replaces: false);
        var copy = new DatabaseFile($"Data Source={_folder["back.db"]}");
        var back = await copier.ToSqliteAsync(copy);

        Assert.True(there > 20_000);
        Assert.Equal(there, back);
        using var one = original.OpenToRead();
        using var other = copy.OpenToRead();
        Assert.Equal(there, await RowVerifier.VerifyAsync(TableShapes.Read(one), one, other));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Tables_that_Litestream_keeps_in_a_file_are_not_copied()
    {
        var original = await CreateAsync(
            "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER); CREATE TABLE _litestream_lock (id INTEGER)"
        );
        using var server = new PostgresServer(await TestDatabase.CreateBarePostgresAsync(_folder));

        var there = await new DatabaseCopier(server).ToPostgresAsync(original, replaces: false);

        Assert.True(there > 20_000);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Numbers_that_were_given_are_not_given_again()
    {
        var original = await CreateAsync(
            """
            INSERT INTO items (id, kind, title, dated_at, first_seen_at) VALUES (41, 'Entry', 'gone', 1, 1);
            DELETE FROM items WHERE id = 41;
            """
        );
        using var server = new PostgresServer(await TestDatabase.CreateBarePostgresAsync(_folder));
        var copier = new DatabaseCopier(server);
        await copier.ToPostgresAsync(original, replaces: false);
        var copy = new DatabaseFile($"Data Source={_folder["back.db"]}");
        await copier.ToSqliteAsync(copy);
        const string add = "INSERT INTO items (kind, title, dated_at, first_seen_at) VALUES ('Entry', 'new', 1, 1) RETURNING id";

        await using var postgres = await server.OpenAsync(TestContext.Current.CancellationToken);
        using var sqlite = copy.Open();

        Assert.Equal(42, await postgres.ExecuteScalarAsync<long>(add));
        Assert.Equal(42, sqlite.ExecuteScalar<long>(add));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Database_with_facts_and_file_that_exists_are_not_overwritten()
    {
        var original = await CreateAsync();
        using var server = new PostgresServer(await TestDatabase.CreateSeededPostgresAsync(_folder));
        var copier = new DatabaseCopier(server);

        var full = await Assert.ThrowsAsync<StorageException>(() => copier.ToPostgresAsync(original, replaces: false));
        var exists = await Assert.ThrowsAsync<StorageException>(() => copier.ToSqliteAsync(original));

        Assert.Contains("holds facts already", full.Message, StringComparison.Ordinal);
        Assert.Contains("exists already", exists.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Database_in_use_is_not_replaced()
    {
        var original = await CreateAsync();
        var connectionString = await TestDatabase.CreateBarePostgresAsync(_folder);
        using var running = new PostgresServer(connectionString);
        await using var connection = await running.OpenAsync(TestContext.Current.CancellationToken);
        using var server = new PostgresServer(connectionString);

        var exception = await Assert.ThrowsAsync<StorageException>(() =>
            new DatabaseCopier(server).ToPostgresAsync(original, replaces: false)
        );

        Assert.Contains("is in use", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Row_that_differs_is_found()
    {
        var original = await CreateAsync("INSERT INTO cursors (name, at) VALUES ('a', 1)");
        using var server = new PostgresServer(await TestDatabase.CreateBarePostgresAsync(_folder));
        await new DatabaseCopier(server).ToPostgresAsync(original, replaces: false);
        using var sqlite = original.Open();
        await using var postgres = await server.OpenAsync(TestContext.Current.CancellationToken);
        await postgres.ExecuteAsync("UPDATE cursors SET at = 2 WHERE name = 'a'");

        var exception = await Assert.ThrowsAsync<StorageException>(() =>
            RowVerifier.VerifyAsync(TableShapes.Read(sqlite), sqlite, postgres)
        );

        Assert.Contains("of cursors was not copied as it is (at)", exception.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Backup_of_PostgreSQL_is_restored_and_what_it_replaces_is_kept()
    {
        using var server = new PostgresServer(await TestDatabase.CreateSeededPostgresAsync(_folder));
        using var maintenance = new PostgresMaintenance(
            server,
            new PostgresBackups(server, _folder["backups"], 7, TimeProvider.System),
            TimeProvider.System
        );
        await maintenance.BackUpAsync(_folder["mine.db"]);
        await using (var postgres = await server.OpenAsync(TestContext.Current.CancellationToken))
            await postgres.ExecuteAsync("UPDATE subjects SET name = 'Edited since' WHERE id = 'grok-1'");
        server.CloseUnused();

        var kept = await maintenance.RestoreAsync(_folder["mine.db"]);

        using var replaced = new DatabaseFile($"Data Source={kept}").OpenToRead();
        await using var now = await server.OpenAsync(TestContext.Current.CancellationToken);
        const string name = "SELECT name FROM subjects WHERE id = 'grok-1'";
        Assert.Equal("Edited since", replaced.ExecuteScalar<string>(name));
        Assert.Equal("Grok-1", await now.ExecuteScalarAsync<string>(name));
    }

    private async Task<DatabaseFile> CreateAsync(string? change = null)
    {
        await SeededDatabase.CopyAsync(_folder["facts.db"]);
        var file = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        using var connection = file.Open();
        if (change is not null)
            connection.Execute(change);
        return file;
    }
}
