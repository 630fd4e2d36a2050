using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;

namespace AiNewsBot.Tests.Storage;

/// <summary>The seam to the database: transactions come one at a time, whole or not at all.</summary>
public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseFile _file;
    private readonly SqliteDatabase _database;

    public SqliteDatabaseTests()
    {
        _file = new DatabaseFile($"Data Source={_folder["words.db"]}");
        _database = new SqliteDatabase(_file);
        using var connection = _file.Open();
        connection.Execute("CREATE TABLE words (word TEXT)");
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Second_transaction_waits_for_the_first_one_that_waits_for_something_else()
    {
        var release = new TaskCompletionSource();
        var order = new List<int>();
        var first = _database.WriteAsync(
            async _ =>
            {
                await release.Task;
                order.Add(1);
            },
            Cancelled
        );
        var second = _database.WriteAsync(
            _ =>
            {
                order.Add(2);
                return Task.CompletedTask;
            },
            Cancelled
        );

        Assert.False(second.IsCompleted);
        release.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal([1, 2], order);
    }

    [Fact]
    public async Task Others_read_what_stood_before_while_a_transaction_is_open()
    {
        var inside = await _database.WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("INSERT INTO words VALUES ('new')");
                return await CountAsync();
            },
            Cancelled
        );

        Assert.Equal((0, 1), (inside, await CountAsync()));
    }

    [Fact]
    public async Task Work_that_fails_after_it_waited_leaves_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _database.WriteAsync(
                async connection =>
                {
                    await connection.ExecuteAsync("INSERT INTO words VALUES ('lost')");
                    await Task.Yield();
                    throw new InvalidOperationException("no");
                },
                Cancelled
            )
        );

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Result_that_is_not_to_be_kept_leaves_nothing_and_the_next_transaction_works()
    {
        var refused = await _database.TryWriteAsync(
            connection => connection.ExecuteAsync("INSERT INTO words VALUES ('refused')"),
            _ => false,
            Cancelled
        );
        await _database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO words VALUES ('kept')"), Cancelled);

        Assert.Equal((1, 1), (refused, await CountAsync()));
    }

    // It would wait for itself.
    [Fact]
    public async Task Transaction_within_a_transaction_is_refused_and_the_next_one_works()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _database.WriteAsync(
                _ => _database.WriteAsync(connection => connection.ExecuteAsync("DELETE FROM words"), Cancelled),
                Cancelled
            )
        );

        Assert.Equal(1, await _database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO words VALUES ('kept')"), Cancelled));
    }

    [Fact]
    public async Task Wait_for_a_transaction_ends_when_it_is_cancelled_and_its_work_is_not_done()
    {
        using var cancelling = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var first = _database.WriteAsync(_ => release.Task, Cancelled);
        var second = _database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO words VALUES ('late')"), cancelling.Token);

        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        release.SetResult();
        await first;

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Reading_makes_no_database_where_there_is_none()
    {
        var file = new DatabaseFile($"Data Source={_folder["none.db"]}");
        using var database = new SqliteDatabase(file);

        var fault = await Assert.ThrowsAsync<StorageException>(() =>
            database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), Cancelled)
        );

        Assert.Equal(StorageError.Missing, fault.Fault);
        Assert.False(file.Exists);
    }

    [Fact]
    public async Task Counter_of_changes_is_another_one_after_a_change_and_the_same_after_a_reading()
    {
        var before = await _database.ReadChangeCounterAsync();
        await CountAsync();
        var read = await _database.ReadChangeCounterAsync();
        await _database.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO words VALUES ('new')"), Cancelled);

        Assert.Equal(before, read);
        Assert.NotEqual(before, await _database.ReadChangeCounterAsync());
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private Task<int> CountAsync() =>
        _database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM words"), Cancelled);
}
