using AiNewsBot.News.Feeds;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.News.Ingest;

/// <summary>After the machine's clock was set, each feed is read when its interval
/// has passed, whether it was read before or since.</summary>
public sealed class RescheduleTests : IDisposable
{
    private const long Second = 1000;
    private static readonly FakeTimeProvider Time = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private readonly TemporaryFolder _folder = new();
    private readonly DatabaseWriter _database;
    private readonly FeedStore _feeds;

    public RescheduleTests()
    {
        var database = new Database($"Data Source={_folder["facts.db"]}");
        new Migrator(database, new Backups(database, _folder["backups"], 1, Time)).Migrate();
        _database = new DatabaseWriter(database);
        _feeds = new FeedStore(_database, Time);
    }

    private static long Now => Time.GetUtcNow().ToUnixTimeMilliseconds();

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    // A quarter of an hour between two readings, the last one ten minutes before the jump or a second after it.
    [Theory]
    [InlineData(11 * 60)]
    [InlineData(24 * 60 * 60)]
    [InlineData(-11 * 60)]
    [InlineData(-24 * 60 * 60)]
    public void Rescheduled_feed_never_waits_longer_than_its_interval(int jump)
    {
        Add(1, polledAt: Now - jump * Second - 600 * Second);
        Add(2, polledAt: Now - Second);

        _feeds.Reschedule(jump * Second);

        Assert.Equal(Now + 300 * Second, NextOf(1));
        Assert.InRange(NextOf(2), long.MinValue, Now + 899 * Second);
        Assert.True(jump < 0 || NextOf(2) == Now + 899 * Second);
    }

    private void Add(int id, long polledAt) =>
        _database.Write(connection =>
            connection.Execute(
                "INSERT INTO feeds (id, url, kind, origin, is_active, polled_at, next_poll_at, created_at) VALUES (@id, "
                    + "'https://feeds.test/' || @id, 'feed', 'Configured', 1, @polledAt, @polledAt + 900000, 0)",
                new { id, polledAt }
            )
        );

    private long NextOf(int id) =>
        _database.Read(connection => connection.ExecuteScalar<long>("SELECT next_poll_at FROM feeds WHERE id = @id", new { id }));
}
