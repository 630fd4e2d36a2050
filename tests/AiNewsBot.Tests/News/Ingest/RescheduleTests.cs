using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox.Partitions;
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
    private readonly IDatabase _database;
    private readonly FeedStore _feeds;

    public RescheduleTests()
    {
        _database = TestDatabase.OpenEmpty(_folder);
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
    public async Task Rescheduled_feed_never_waits_longer_than_its_interval(int jump)
    {
        await AddAsync(1, polledAt: Now - jump * Second - 600 * Second);
        await AddAsync(2, polledAt: Now - Second);

        await _feeds.RescheduleAsync(jump * Second, PartitionSet.All, TestContext.Current.CancellationToken);

        Assert.Equal(Now + 300 * Second, await NextOfAsync(1));
        Assert.InRange(await NextOfAsync(2), long.MinValue, Now + 899 * Second);
        Assert.True(jump < 0 || await NextOfAsync(2) == Now + 899 * Second);
    }

    private Task<int> AddAsync(int id, long polledAt) =>
        _database.WriteAsync(connection =>
            connection.ExecuteAsync(
                "INSERT INTO feeds (id, url, kind, origin, is_active, polled_at, next_poll_at, created_at) VALUES (@id, "
                    + "'https://feeds.test/' || @id, 'feed', 'Configured', 1, @polledAt, @polledAt + 900000, 0)",
                new { id, polledAt }
            )
        );

    private Task<long> NextOfAsync(int id) =>
        _database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT next_poll_at FROM feeds WHERE id = @id", new { id }));
}
