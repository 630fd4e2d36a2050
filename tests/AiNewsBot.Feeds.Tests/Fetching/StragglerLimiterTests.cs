using AiNewsBot.Feeds.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Feeds.Tests.Fetching;

public sealed class StragglerLimiterTests : IDisposable
{
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new();
    private readonly StragglerLimiter _limiter;

    public StragglerLimiterTests() => _limiter = new StragglerLimiter(concurrency: 2, maxStragglers: 1, _time);

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public async Task Only_as_many_as_the_limit_run_at_once()
    {
        using var first = await EnterAsync();
        var second = await EnterAsync();

        var third = EnterAsync();

        Assert.False(third.IsCompleted);
        second.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task Slow_one_gives_its_place_to_the_next()
    {
        using var first = await EnterAsync();
        using var second = await EnterAsync();
        var third = EnterAsync();

        _time.Advance(SlowAfter);

        using var permit = await third;
        Assert.False(EnterAsync().IsCompleted);
    }

    [Fact]
    public async Task Next_slow_one_gives_its_place_as_soon_as_a_straggler_ends()
    {
        using var first = await EnterAsync();
        using var second = await EnterAsync();
        _time.Advance(SlowAfter);
        using var third = await EnterAsync();
        var fourth = EnterAsync();
        Assert.False(fourth.IsCompleted);

        first.Dispose();

        using var permit = await fourth;
        Assert.False(EnterAsync().IsCompleted);
    }

    [Fact]
    public async Task Place_that_is_left_twice_is_free_once()
    {
        var first = await EnterAsync();
        using var second = await EnterAsync();

        first.Dispose();
        first.Dispose();

        using var third = await EnterAsync();
        Assert.False(EnterAsync().IsCompleted);
    }

    private Task<IDisposable> EnterAsync() => _limiter.EnterAsync(TestContext.Current.CancellationToken);
}
