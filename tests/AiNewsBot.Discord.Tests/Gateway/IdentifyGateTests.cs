using AiNewsBot.Discord.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Gateway;

public sealed class IdentifyGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Shards_of_one_key_identify_five_seconds_apart_and_those_of_others_beside_them()
    {
        var gate = Gate(maxConcurrency: 2, remaining: 100);

        var waits = Enumerable.Range(0, 4).Select(shard => gate.WaitAsync(shard, TestContext.Current.CancellationToken)).ToArray();

        Assert.Equal([true, true, false, false], waits.Select(wait => wait.IsCompleted));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.False(waits[2].IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(waits[2].IsCompleted && waits[3].IsCompleted);
    }

    [Fact]
    public void When_the_days_budget_is_spent_nobody_identifies_until_it_returns()
    {
        var gate = Gate(maxConcurrency: 1, remaining: 1);
        var first = gate.WaitAsync(0, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMinutes(1));
        var second = gate.WaitAsync(0, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(58));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMinutes(2));

        Assert.True(first.IsCompleted && second.IsCompleted);
    }

    [Fact]
    public async Task The_next_day_has_a_budget_too()
    {
        var gate = Gate(maxConcurrency: 1, remaining: 0, total: 1);

        // It returns after an hour, and again a day later.
        foreach (var hours in (int[])[1, 24])
        {
            var waiting = gate.WaitAsync(0, TestContext.Current.CancellationToken);
            _time.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(10));
            Assert.False(waiting.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(10));
            await waiting;
        }
    }

    [Fact]
    public void Waiting_for_the_budget_takes_nothing_from_it()
    {
        var gate = Gate(maxConcurrency: 1, remaining: 1);

        Assert.True(gate.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
        Assert.True(gate.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
        Assert.True(gate.WaitAsync(0, TestContext.Current.CancellationToken).IsCompleted);
        Assert.False(gate.WaitForBudgetAsync(0, TestContext.Current.CancellationToken).IsCompleted);
    }

    private IdentifyGate Gate(int maxConcurrency, int remaining, int total = 1000) =>
        new(new GatewayInfo(new Uri("wss://gateway.example"), 4, total, remaining, TimeSpan.FromHours(1), maxConcurrency), _time, NullLogger.Instance);
}
