using AiNewsBot.Feeds.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class PerHostLimiterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PerHostLimiter _turns;

    public PerHostLimiterTests() => _turns = new PerHostLimiter(_time);

    [Fact]
    public async Task Requests_to_one_host_are_served_in_order()
    {
        var first = await Enter();
        var second = Enter();
        var third = Enter();

        Assert.False(second.IsCompleted);
        first.Dispose();
        first.Dispose();
        (await second).Dispose();
        (await third).Dispose();

        Assert.True(Enter().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Requests_to_different_hosts_do_not_wait_for_each_other()
    {
        using var one = await Enter();

        Assert.True(Enter("other.example:443").IsCompletedSuccessfully);
        Assert.False(Enter("FEEDS.example:443").IsCompleted);
    }

    [Fact]
    public async Task Slow_request_gives_up_its_turn()
    {
        using var slow = await Enter();
        var next = Enter();

        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        using var turn = await next;
        Assert.False(Enter().IsCompleted);
    }

    [Fact]
    public async Task At_most_four_slow_requests_run_at_once()
    {
        var slow = new List<IDisposable>();
        for (var i = 0; i < 5; i++)
        {
            slow.Add(await Enter());
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        var waiting = Enter();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(waiting.IsCompleted);

        // One of those that hang ends, and the fifth takes its place among them.
        slow[0].Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));
        (await waiting).Dispose();
    }

    [Fact]
    public async Task Cancelled_wait_blocks_no_other_request()
    {
        using var source = new CancellationTokenSource();
        var first = await Enter();
        var second = _turns.EnterAsync("feeds.example:443", source.Token);
        var third = Enter();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();

        (await third).Dispose();
    }

    [Fact]
    public async Task Feeds_of_one_host_share_one_connection_in_sequence()
    {
        await using var server = await FeedServer.StartAsync();
        var (now, most, connections) = (0, 0, new System.Collections.Concurrent.ConcurrentDictionary<string, bool>());
        server["/feed"] = async http =>
        {
            var count = Interlocked.Increment(ref now);
            InterlockedMax(ref most, count);
            connections[http.Connection.Id] = true;
            await FeedServer.Send("<rss/>"u8.ToArray())(http);
            Interlocked.Decrement(ref now);
        };
        using var fetcher = Fetch.Fetcher();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => fetcher.SucceedAsync(server.Address("/feed"))));

        Assert.Equal(1, most);
        Assert.Single(connections);
    }

    [Fact]
    public async Task Hanging_feed_does_not_block_others_of_its_host()
    {
        await using var server = await FeedServer.StartAsync();
        var arrived = new TaskCompletionSource();
        server["/feed"] = FeedServer.Send("<rss/>"u8.ToArray());
        server["/hangs"] = async http =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var fetcher = Fetch.Fetcher(_time);

        var hanging = fetcher.FetchAsync(server.Address("/hangs"));
        await arrived.Task;
        var other = fetcher.SucceedAsync(server.Address("/feed"));
        _time.Advance(TimeSpan.FromSeconds(2));

        await other;
        Assert.False(hanging.IsCompleted);
    }

    [Fact]
    public async Task Waiting_for_a_turn_does_not_count_as_fetch_time()
    {
        await using var server = await FeedServer.StartAsync();
        using var arrived = new SemaphoreSlim(0);
        server["/feed"] = FeedServer.Send("<rss/>"u8.ToArray());
        server["/hangs"] = async http =>
        {
            arrived.Release();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        };
        using var fetcher = Fetch.Fetcher(_time, new FetchLimits { Time = TimeSpan.FromSeconds(3) });

        // Four stand before it, each of which gives the turn on after two seconds.
        var hanging = Enumerable.Range(0, 4).Select(_ => fetcher.FetchAsync(server.Address("/hangs"))).ToArray();
        var waiting = fetcher.FetchAsync(server.Address("/feed"));
        for (var i = 0; i < 4; i++)
        {
            await arrived.WaitAsync(TestContext.Current.CancellationToken);
            Assert.False(waiting.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.IsType<FetchResult.Fetched>(await waiting);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.All(await Task.WhenAll(hanging), result => Assert.IsType<FetchResult.Failed>(result));
    }

    private Task<IDisposable> Enter(string server = "feeds.example:443") =>
        _turns.EnterAsync(server, TestContext.Current.CancellationToken);

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
            Interlocked.CompareExchange(ref target, value, seen);
    }
}
