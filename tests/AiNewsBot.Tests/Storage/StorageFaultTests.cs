using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Setup;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class StorageFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly DatabaseFile _database;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public StorageFaultTests()
    {
        _database = new DatabaseFile($"Data Source={_folder["facts.db"]}");
        new Migrator(_database, new Backups(_database, _folder["backups"], 1, _time)).Migrate();
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 1)]
    [InlineData(10, 1)]
    [InlineData(13, 1)]
    [InlineData(8, 2)]
    [InlineData(11, 2)]
    [InlineData(14, 2)]
    [InlineData(26, 2)]
    public void A_fault_of_the_storage_is_one_line_and_the_code_that_says_whether_a_restart_helps(int sqlite, int code)
    {
        var report = ErrorReport.From(
            new AggregateException(new TypeInitializationException("x", new SqliteException("first\nsecond", sqlite)))
        );

        Assert.Equal(code, report.Code);
        Assert.DoesNotContain('\n', Assert.Single(report.Lines));
    }

    [Fact]
    public void A_query_waits_for_a_lock_no_longer_than_its_connection_says_whatever_timeout_the_caller_leaves_out()
    {
        using var connection = _database.OpenToRead();
        using var command = connection.CreateCommand();

        command.CommandTimeout = 0;

        Assert.Equal(5, command.CommandTimeout);
    }

    [Fact]
    public async Task A_write_to_a_database_that_was_deleted_is_refused_and_makes_no_new_one()
    {
        using var writer = new SqliteDatabase(_database);
        await writer.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO servers (id) VALUES ('1')"), Cancelled);
        File.Delete(_database.File);

        for (var i = 0; i < 2; i++)
        {
            var exception = await Assert.ThrowsAsync<StorageException>(async () =>
                await writer.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO servers (id) VALUES ('2')"), Cancelled)
            );
            Assert.Equal(StorageError.Gone, exception.Fault);
            Assert.True(exception.NothingWritten);
        }

        Assert.Throws<StorageException>(() => _database.Open());
        Assert.False(File.Exists(_database.File));
    }

    [Fact]
    public async Task A_write_to_a_database_that_was_replaced_is_refused()
    {
        using var writer = new SqliteDatabase(_database);
        await writer.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO servers (id) VALUES ('1')"), Cancelled);
        File.Copy(_database.File, _folder["other.db"]);
        File.Move(_folder["other.db"], _database.File, overwrite: true);

        Assert.Equal(
            StorageError.Gone,
            (
                await Assert.ThrowsAsync<StorageException>(async () =>
                    await writer.WriteAsync(connection => connection.ExecuteAsync("INSERT INTO servers (id) VALUES ('2')"), Cancelled)
                )
            ).Fault
        );
    }

    [Fact]
    public async Task A_full_disk_is_told_as_such_and_the_next_write_works_when_there_is_room()
    {
        using var writer = new SqliteDatabase(_database);
        await writer.WriteAsync(connection => connection.ExecuteAsync("PRAGMA user_version = 1"), Cancelled);
        var pages = await writer.ReadAsync(connection => connection.ExecuteScalarAsync<long>("PRAGMA page_count"), Cancelled);
        await writer.WriteAsync(connection => connection.ExecuteScalarAsync<long>($"PRAGMA max_page_count = {pages}"), Cancelled);

        var exception = await Assert.ThrowsAsync<StorageException>(() => FillAsync(writer));
        await writer.WriteAsync(connection => connection.ExecuteScalarAsync<long>("PRAGMA max_page_count = 100000"), Cancelled);
        await FillAsync(writer);

        Assert.Equal(StorageError.DiskFull, exception.Fault);
        Assert.True(exception.NothingWritten);
    }

    // Rows go on fitting into the write-ahead log for a while.
    [Fact]
    public async Task A_full_disk_shows_in_health_though_a_row_still_fits_into_the_log()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        var probe = new WriteProbe(_database, _time);
        Assert.Null(await probe.GetErrorAsync());

        File.CreateSymbolicLink($"{_database.File}-probe", "/dev/full");
        var full = await probe.GetErrorAsync();

        Assert.Contains("cannot write since ", full);
        Assert.Contains("the disk is full", full);
        Assert.Null(await probe.GetErrorAsync());
        Assert.False(File.Exists($"{_database.File}-probe"));
    }

    [Fact]
    public async Task A_lock_counts_when_it_has_lasted_a_minute_and_ends_with_it()
    {
        var probe = new WriteProbe(_database, _time);
        using var other = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        other.Open();
        other.Execute("BEGIN IMMEDIATE");

        Assert.Null(await probe.GetErrorAsync());
        _time.Advance(TimeSpan.FromSeconds(61));
        var error = await probe.GetErrorAsync();
        other.Execute("ROLLBACK");

        Assert.Equal($"cannot write since 2026-11-28 12:00:00Z: The database {_database.File} is locked by another program.", error);
        Assert.Null(await probe.GetErrorAsync());
    }

    [Fact]
    public async Task A_database_that_was_deleted_cannot_be_written_at_once()
    {
        var probe = new WriteProbe(_database, _time);
        Assert.Null(await probe.GetErrorAsync());
        File.Delete(_database.File);

        Assert.StartsWith("cannot write since 2026-11-28 12:00:00Z: ", await probe.GetErrorAsync());
    }

    [Fact]
    public async Task News_that_is_overdue_for_ten_minutes_without_a_reading_has_stopped()
    {
        using var writer = new SqliteDatabase(_database);
        var progress = new NewsProgress(new SqliteDatabase(_database), _time);
        await writer.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at) VALUES ('https://example.org/feed', "
                        + "'Feed', 'Shipped', 1, @now, 0)",
                    new { now = _time.GetUtcNow().ToUnixTimeMilliseconds() }
                ),
            Cancelled
        );

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await progress.GetErrorAsync(Cancelled));
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await progress.GetErrorAsync(Cancelled));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("1 feeds are overdue, and none was read since 2026-11-28 12:10:00Z", await progress.GetErrorAsync(Cancelled));

        await writer.WriteAsync(connection => connection.ExecuteAsync("UPDATE feeds SET polled_at = 5"), Cancelled);
        Assert.Null(await progress.GetErrorAsync(Cancelled));
    }

    [Theory]
    [InlineData("data/bot.db")]
    [InlineData("Data Source=")]
    [InlineData("Data Sourc=x")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Data Source=x;Mode=ReadOnly")]
    [InlineData("Data Source=file:x?mode=ro")]
    [InlineData("Data Source=/")]
    [InlineData("nonsense")]
    [InlineData("")]
    public void Connection_string_without_a_database_file_is_refused_by_its_key(string text)
    {
        var exception = Assert.Throws<StorageException>(() => new DatabaseFile(text));

        Assert.StartsWith("Storage:ConnectionString: ", exception.Message);
        Assert.Equal(ExitCode.Usage, ErrorReport.From(exception).Code);
        Assert.True(
            new StorageSettings { ConnectionString = text }
                .Check()
                .Failed
        );
    }

    public void Dispose() => _folder.Dispose();

    private static Task<int> FillAsync(SqliteDatabase writer) =>
        writer.WriteAsync(connection =>
            connection.ExecuteAsync(
                "INSERT INTO unanswered (server, question, asked, last_asked) VALUES ('', @text, 1, 0)",
                new { text = new string('x', 2_000_000) }
            )
        );
}
