using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

public sealed class StorageFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly Database _database;

    public StorageFaultTests()
    {
        _database = new Database($"Data Source={_folder["facts.db"]}");
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
    public void A_write_to_a_database_that_was_deleted_is_refused_and_makes_no_new_one()
    {
        using var writer = new DatabaseWriter(_database);
        writer.Write(connection => connection.Execute("INSERT INTO servers (id) VALUES ('1')"));
        File.Delete(_database.File);

        for (var i = 0; i < 2; i++)
        {
            var exception = Assert.Throws<StorageException>(() =>
                writer.Write(connection => connection.Execute("INSERT INTO servers (id) VALUES ('2')"))
            );
            Assert.Equal(StorageError.Gone, exception.Fault);
            Assert.True(exception.NothingWritten);
        }

        Assert.Throws<StorageException>(() => _database.Open());
        Assert.False(File.Exists(_database.File));
    }

    [Fact]
    public void A_write_to_a_database_that_was_replaced_is_refused()
    {
        using var writer = new DatabaseWriter(_database);
        writer.Write(connection => connection.Execute("INSERT INTO servers (id) VALUES ('1')"));
        File.Copy(_database.File, _folder["other.db"]);
        File.Move(_folder["other.db"], _database.File, overwrite: true);

        Assert.Equal(
            StorageError.Gone,
            Assert
                .Throws<StorageException>(() => writer.Write(connection => connection.Execute("INSERT INTO servers (id) VALUES ('2')")))
                .Fault
        );
    }

    [Fact]
    public void A_full_disk_is_told_as_such_and_the_next_write_works_when_there_is_room()
    {
        using var writer = new DatabaseWriter(_database);
        writer.Write(connection => connection.Execute("PRAGMA user_version = 1"));
        var pages = writer.Read(connection => connection.ExecuteScalar<long>("PRAGMA page_count"));
        writer.Write(connection =>
        {
            _ = connection.ExecuteScalar<long>($"PRAGMA max_page_count = {pages}");
        });

        var exception = Assert.Throws<StorageException>(() => Fill(writer));
        writer.Write(connection =>
        {
            _ = connection.ExecuteScalar<long>("PRAGMA max_page_count = 100000");
        });
        Fill(writer);

        Assert.Equal(StorageError.DiskFull, exception.Fault);
        Assert.True(exception.NothingWritten);
    }

    // Rows go on fitting into the write-ahead log for a while.
    [Fact]
    public void A_full_disk_shows_in_health_though_a_row_still_fits_into_the_log()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        var probe = new WriteProbe(_database, _time);
        Assert.Null(probe.GetError());

        File.CreateSymbolicLink($"{_database.File}-probe", "/dev/full");
        var full = probe.GetError();

        Assert.Contains("cannot write since ", full);
        Assert.Contains("the disk is full", full);
        Assert.Null(probe.GetError());
        Assert.False(File.Exists($"{_database.File}-probe"));
    }

    [Fact]
    public void A_lock_counts_when_it_has_lasted_a_minute_and_ends_with_it()
    {
        var probe = new WriteProbe(_database, _time);
        using var other = new SqliteConnection($"Data Source={_database.File};Pooling=False");
        other.Open();
        other.Execute("BEGIN IMMEDIATE");

        Assert.Null(probe.GetError());
        _time.Advance(TimeSpan.FromSeconds(61));
        var error = probe.GetError();
        other.Execute("ROLLBACK");

        Assert.Equal($"cannot write since 2026-11-28 12:00:00Z: The database {_database.File} is locked by another program.", error);
        Assert.Null(probe.GetError());
    }

    [Fact]
    public void A_database_that_was_deleted_cannot_be_written_at_once()
    {
        var probe = new WriteProbe(_database, _time);
        Assert.Null(probe.GetError());
        File.Delete(_database.File);

        Assert.StartsWith("cannot write since 2026-11-28 12:00:00Z: ", probe.GetError());
    }

    [Fact]
    public void News_that_is_overdue_for_ten_minutes_without_a_reading_has_stopped()
    {
        using var writer = new DatabaseWriter(_database);
        var progress = new NewsProgress(_database, _time);
        writer.Write(connection =>
            connection.Execute(
                "INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at) VALUES ('https://example.org/feed', "
                    + "'Feed', 'Shipped', 1, @now, 0)",
                new { now = _time.GetUtcNow().ToUnixTimeMilliseconds() }
            )
        );

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(progress.GetError());
        _time.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(progress.GetError());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("1 feeds are overdue, and none was read since 2026-11-28 12:10:00Z", progress.GetError());

        writer.Write(connection => connection.Execute("UPDATE feeds SET polled_at = 5"));
        Assert.Null(progress.GetError());
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
    public void What_names_no_database_file_is_refused_by_its_key(string text)
    {
        var exception = Assert.Throws<StorageException>(() => new Database(text));

        Assert.StartsWith("Storage:ConnectionString ", exception.Message);
        Assert.Equal(ExitCode.Usage, ErrorReport.From(exception).Code);
        Assert.NotEmpty(new StorageSettings { ConnectionString = text }.Validate());
    }

    public void Dispose() => _folder.Dispose();

    private static void Fill(DatabaseWriter writer) =>
        writer.Write(connection =>
            connection.Execute(
                "INSERT INTO unanswered (server, question, asked, last_asked) VALUES ('', @text, 1, 0)",
                new { text = new string('x', 100_000) }
            )
        );
}
