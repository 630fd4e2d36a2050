using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Gateway;

public sealed class IdentifyLimiterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Shards_of_one_key_identify_five_seconds_apart_and_other_keys_in_parallel()
    {
        var limiter = CreateLimiter(maxConcurrency: 2, remaining: 100);

        var waits = Enumerable.Range(0, 4).Select(shard => limiter.WaitAsync(shard, TestContext.Current.CancellationToken)).ToArray();

        Assert.Equal([true, true, false, false], waits.Select(wait => wait.IsCompleted));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(waits[2].IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(waits[2].IsCompleted && waits[3].IsCompleted);
    }

    [Fact]
    public async Task Five_seconds_count_from_an_identify_that_was_sent_late()
    {
        var limiter = CreateLimiter(maxConcurrency: 1, remaining: 100);
        await limiter.WaitAsync(0, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(3));
        limiter.RecordSent(0);

        var next = limiter.WaitAsync(1, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await next;
    }

    [Fact]
    public void Spent_identify_budget_blocks_until_its_reset()
    {
        var limiter = CreateLimiter(maxConcurrency: 1, remaining: 1);
        var first = limiter.WaitAsync(0, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(1));
        var second = limiter.WaitAsync(0, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(58));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(first.IsCompleted && second.IsCompleted);
    }

    [Fact]
    public async Task Identify_budget_is_renewed_the_next_day()
    {
        var limiter = CreateLimiter(maxConcurrency: 1, remaining: 0, total: 1);

        // It returns after an hour, and again a day later.
        foreach (var hours in (int[])[1, 24])
        {
            var waiting = limiter.WaitAsync(0, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(10));
            Assert.False(waiting.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(10));
            await waiting;
        }
    }

    [Fact]
    public void Waiting_for_the_identify_budget_consumes_none()
    {
        var limiter = CreateLimiter(maxConcurrency: 1, remaining: 1);

        Assert.True(limiter.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
        Assert.True(limiter.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
        Assert.True(limiter.WaitAsync(0, TestContext.Current.CancellationToken).IsCompleted);
        Assert.False(limiter.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
    }

    // A proxy may answer with what Discord said half an hour ago.
    [Fact]
    public void Older_word_of_the_identify_budget_gives_none_back()
    {
        var limiter = CreateLimiter(maxConcurrency: 1, remaining: 1);
        Assert.True(limiter.WaitAsync(0, TestContext.Current.CancellationToken).IsCompleted);

        _time.Advance(TimeSpan.FromMinutes(29));
        limiter.Update(Info(remaining: 1, TimeSpan.FromHours(1)));

        Assert.False(limiter.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
    }

    [Fact]
    public void Word_of_another_days_identify_budget_is_taken()
    {
        var limiter = CreateLimiter(maxConcurrency: 1, remaining: 0);

        _time.Advance(TimeSpan.FromMinutes(59));
        limiter.Update(Info(remaining: 1000, TimeSpan.FromHours(24)));

        Assert.True(limiter.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
    }

    private IdentifyLimiter CreateLimiter(int maxConcurrency, int remaining, int total = 1000) =>
        new(Info(remaining, TimeSpan.FromHours(1), total, maxConcurrency), _time, NullLogger.Instance);

    private static GatewayInfo Info(int remaining, TimeSpan resetAfter, int total = 1000, int maxConcurrency = 1) =>
        new(new Uri("wss://gateway.example"), 4, total, remaining, resetAfter, maxConcurrency);
}
