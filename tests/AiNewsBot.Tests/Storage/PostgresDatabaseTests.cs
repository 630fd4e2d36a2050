using AiNewsBot.Storage;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Storage;

/// <summary>Transactions, texts and faults of the database on a server.</summary>
public sealed class PostgresDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Transactions_of_several_processes_come_one_after_the_other()
    {
        var connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        using var one = TestDatabase.OpenPostgres(connectionString);
        using var other = TestDatabase.OpenPostgres(connectionString);

        await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    (i % 2 == 0 ? one : other).WriteAsync(
                        async connection =>
                        {
                            var last = await connection.ExecuteScalarAsync<long>("SELECT last FROM revision_counter");
                            await connection.ExecuteAsync("UPDATE revision_counter SET last = @next", new { next = last + 1 });
                        },
                        Cancelled
                    )
                )
        );

        Assert.Equal(40, await one.ReadAsync(connection => Revisions.GetLastAsync(connection), Cancelled));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Turns_of_several_processes_come_one_after_the_other_by_the_servers_clock()
    {
        var connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        using var one = TestDatabase.OpenPostgres(connectionString);
        using var other = TestDatabase.OpenPostgres(connectionString);
        var interval = TimeSpan.FromSeconds(10);

        var first = await one.ReserveTurnsAsync("x", 3, interval);
        var second = await other.ReserveTurnsAsync("x", 1, interval);
        var third = await one.ReserveTurnsAsync("x", 2, interval);
        var unrelated = await one.ReserveTurnsAsync("y", 1, interval);
        await one.WriteAsync(connection => connection.ExecuteAsync("UPDATE cursors SET at = at + 3600000000 WHERE name = 'x'"), Cancelled);
        var forgotten = await other.ReserveTurnsAsync("x", 1, interval);

        // The server's clock runs meanwhile.
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero), (first, unrelated, forgotten));
        Assert.InRange(second, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30));
        Assert.InRange(third, second, TimeSpan.FromSeconds(40));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Work_that_fails_leaves_nothing()
    {
        using var database = TestDatabase.OpenPostgres(await TestDatabase.CreateEmptyPostgresAsync(_folder));

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            database.WriteAsync(
                async connection =>
                {
                    await Cursors.BeginAsync(connection, "x", 1);
                    throw new InvalidOperationException();
                },
                Cancelled
            )
        );

        Assert.Null(await database.ReadAsync(connection => Cursors.FindAsync(connection, "x"), Cancelled));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Counter_changes_with_each_write_and_with_nothing_else()
    {
        using var database = TestDatabase.OpenPostgres(await TestDatabase.CreateEmptyPostgresAsync(_folder));
        var first = await database.ReadChangeCounterAsync();
        await database.WriteAsync(connection => Cursors.FindAsync(connection, "x"), Cancelled);
        var afterRead = await database.ReadChangeCounterAsync();
        await database.WriteAsync(connection => Cursors.BeginAsync(connection, "x", 1), Cancelled);

        Assert.Equal(first, afterRead);
        Assert.Equal(first + 1, await database.ReadChangeCounterAsync());
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Text_that_PostgreSQL_cannot_keep_is_kept_without_what_it_refuses()
    {
        using var database = TestDatabase.OpenPostgres(await TestDatabase.CreateEmptyPostgresAsync(_folder));

        await database.WriteAsync(connection => Cursors.BeginAsync(connection, "a\0b\ud800c\U0001F600", 1), Cancelled);

        Assert.Equal(
            "a\ufffdb\ufffdc\U0001F600",
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<string>("SELECT name FROM cursors"), Cancelled)
        );
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Frozen_transaction_of_another_process_is_waited_for_and_then_named()
    {
        var connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        using var server = new PostgresServer(connectionString);
        using var database = TestDatabase.OpenPostgres(connectionString);
        await using var frozen = await server.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await frozen.Inner.BeginTransactionAsync(Cancelled);
        await frozen.ExecuteAsync($"SELECT pg_advisory_xact_lock({PostgresServer.WriteLock})");

        var exception = await Assert.ThrowsAsync<StorageException>(() =>
            database.WriteAsync(connection => Cursors.BeginAsync(connection, "x", 1), Cancelled)
        );

        Assert.Equal((StorageError.Locked, true), (exception.Fault, exception.NothingWritten));
    }

    [Theory(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    [InlineData("Database=none", "Unusable", "does not exist on that server")]
    [InlineData("Username=stranger", "Unusable", "refuses the user")]
    [InlineData("Host=127.0.0.1;Port=1", "Unavailable", "cannot be reached")]
    [InlineData("Host=no-such-host.invalid", "Unavailable", "cannot be reached")]
    public async Task Server_that_refuses_the_connection_is_told_in_one_line(string change, string fault, string text)
    {
        var connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        using var database = TestDatabase.OpenPostgres($"{connectionString};{change}");

        var exception = await Assert.ThrowsAsync<StorageException>(database.ReadChangeCounterAsync);

        Assert.Equal(fault, exception.Fault.ToString());
        Assert.Contains(text, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Wrong_password_is_said_without_the_password()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await cluster.ExecuteAsync("CREATE USER careful PASSWORD 'right'");
        await cluster.RequirePasswordsAsync();
        using var database = TestDatabase.OpenPostgres($"{cluster["postgres"]};Username=careful;Password=wrong-secret");

        var exception = await Assert.ThrowsAsync<StorageException>(database.ReadChangeCounterAsync);

        Assert.Equal(StorageError.Unusable, exception.Fault);
        Assert.Contains("refuses the password", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Server_that_is_read_only_is_named()
    {
        var connectionString = await TestDatabase.CreateEmptyPostgresAsync(_folder);
        using var server = new PostgresServer($"{connectionString};Options=-c default_transaction_read_only=on");

        var exception = await Assert.ThrowsAsync<StorageException>(() =>
            new PostgresWriteProbe(server, TimeProvider.System).RequireAsync()
        );

        Assert.Equal(StorageError.ReadOnly, exception.Fault);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Server_that_was_away_is_used_again_without_a_restart()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var connectionString = cluster["postgres"];
        using var server = new PostgresServer(connectionString);
        await new PostgresMigrator(server).MigrateAsync();
        using var database = TestDatabase.OpenPostgres(connectionString);
        await database.WriteAsync(connection => Cursors.BeginAsync(connection, "x", 1), Cancelled);

        await cluster.StopAsync();
        var exception = await Assert.ThrowsAsync<StorageException>(() =>
            database.WriteAsync(connection => Cursors.MoveAsync(connection, "x", 2), Cancelled)
        );
        await cluster.RestartAsync();

        Assert.Equal((StorageError.Unavailable, true), (exception.Fault, exception.NothingWritten));
        Assert.True(await database.WriteAsync(connection => Cursors.MoveAsync(connection, "x", 2), Cancelled));
    }
}
