using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Storage;

/// <summary>News has stopped where work is overdue and none is done for ten minutes; neither alone is a fault.</summary>
public sealed class NewsProgressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero));
    private readonly SqliteDatabase _database;
    private readonly NewsProgress _progress;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public NewsProgressTests()
    {
        _database = EmptyDatabase.Open(_folder);
        _progress = new NewsProgress(_database, _time);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task News_without_work_has_not_stalled()
    {
        Assert.Null(await _progress.GetErrorAsync(Cancelled));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await _progress.GetErrorAsync(Cancelled));
    }

    [Theory]
    [InlineData("pending", null, true)]
    [InlineData("sending", null, true)]
    [InlineData("pending", 60, false)]
    [InlineData("scheduled", null, false)]
    [InlineData("draft", null, false)]
    [InlineData("held", null, false)]
    [InlineData("sent", null, false)]
    [InlineData("dropped", null, false)]
    public async Task Posts_that_are_due_and_are_not_sent_for_ten_minutes_have_stopped(string state, int? dueInMinutes, bool isStopped)
    {
        await AddPostAsync(state, dueInMinutes is { } minutes ? Now + minutes * 60_000L : null);

        await PassAsync(21);

        Assert.Equal(
            isStopped ? "1 posts are overdue, and none was sent since 2026-11-29 10:10:00Z" : null,
            await _progress.GetErrorAsync(Cancelled)
        );
    }

    [Fact]
    public async Task Post_of_a_paused_subscription_is_not_overdue()
    {
        await ExecuteAsync("INSERT INTO subscriptions (id, channel_id, cadence, created_at, paused_at) VALUES (1, '10', 'Instant', 0, 1)");
        await AddPostAsync("pending", null, subscription: 1);

        await PassAsync(30);

        Assert.Null(await _progress.GetErrorAsync(Cancelled));
    }

    [Fact]
    public async Task Each_attempt_is_progress_though_it_fails()
    {
        await AddPostAsync("pending", null);

        for (var i = 0; i < 6; i++)
        {
            await PassAsync(9);
            await ExecuteAsync("UPDATE outbox SET attempts = attempts + 1");
        }

        Assert.Null(await _progress.GetErrorAsync(Cancelled));
    }

    [Fact]
    public async Task Stop_ends_with_the_next_post()
    {
        await AddPostAsync("pending", null);
        await PassAsync(21);
        Assert.NotNull(await _progress.GetErrorAsync(Cancelled));

        await ExecuteAsync("UPDATE outbox SET state = 'sent', sent_at = @Now", new { Now });

        Assert.Null(await _progress.GetErrorAsync(Cancelled));
    }

    [Fact]
    public async Task Feeds_that_are_due_and_not_read_have_stopped_and_those_that_are_off_have_not()
    {
        await ExecuteAsync(
            "INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at) VALUES ('a', 'Feed', 'Configured', 1, @Now, 0), "
                + "('b', 'Feed', 'Configured', 0, @Now, 0)",
            new { Now }
        );
        await AddPostAsync("pending", null);

        await PassAsync(21);

        Assert.Equal(
            "1 feeds are overdue, and none was read since 2026-11-29 10:10:00Z; 1 posts are overdue, and none was sent since "
                + "2026-11-29 10:10:00Z",
            await _progress.GetErrorAsync(Cancelled)
        );
        await ExecuteAsync("UPDATE feeds SET polled_at = @Now WHERE url = 'b'", new { Now });
        Assert.DoesNotContain("feeds", await _progress.GetErrorAsync(Cancelled), StringComparison.Ordinal);
    }

    // Looked at each minute, as the bot does.
    private async Task PassAsync(int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await _progress.GetErrorAsync();
        }
    }

    private Task<int> AddPostAsync(string state, long? notBefore, long? subscription = null) =>
        ExecuteAsync(
            "INSERT INTO outbox (kind, channel_id, state, subscription_id, not_before, created_at) VALUES ('item', '10', @state, "
                + "@subscription, @notBefore, @Now)",
            new
            {
                state,
                subscription,
                notBefore,
                Now,
            }
        );

    private Task<int> ExecuteAsync(string sql, object? values = null) =>
        _database.WriteAsync(connection => connection.ExecuteAsync(sql, values), Cancelled);
}
