using AiNewsBot.Discord.Gateway;

namespace AiNewsBot.Discord.Tests.Gateway;

public sealed class ReconnectBackoffTests
{
    private static readonly DisconnectReason Cut = new("the connection was cut");

    private readonly ReconnectBackoff _pause = new();

    [Fact]
    public void Dropped_stable_connection_reconnects_at_once_each_time()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(TimeSpan.Zero, _pause.Next(Cut, wasReady: true, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Connection_that_never_becomes_ready_waits_longer_up_to_a_minute()
    {
        var waits = Enumerable.Range(0, 12).Select(_ => _pause.Next(Cut, wasReady: false, TimeSpan.FromSeconds(1))).ToArray();

        Assert.Equal(TimeSpan.Zero, waits[0]);
        Assert.InRange(waits[1].TotalSeconds, 0.5, 1);
        Assert.InRange(waits[4].TotalSeconds, 4, 8);
        Assert.All(waits[8..], wait => Assert.InRange(wait.TotalSeconds, 30, 60));
    }

    [Fact]
    public void Connection_that_drops_right_after_ready_backs_off_and_continues()
    {
        var waits = Enumerable.Range(0, 12).Select(_ => _pause.Next(Cut, wasReady: true, TimeSpan.FromSeconds(1))).ToArray();

        Assert.All(waits[2..], wait => Assert.InRange(wait.TotalSeconds, 1, 2));
    }

    [Fact]
    public void Gateway_that_rate_limits_is_given_time_at_once() =>
        Assert.InRange(
            _pause.Next(new DisconnectReason("4008", BacksOff: true), wasReady: true, TimeSpan.FromMinutes(1)).TotalSeconds,
            1,
            2
        );

    [Fact]
    public void Wait_requested_by_the_gateway_is_kept() =>
        Assert.Equal(
            TimeSpan.FromSeconds(4),
            _pause.Next(Cut with { MinDelay = TimeSpan.FromSeconds(4) }, wasReady: true, TimeSpan.FromMinutes(1))
        );
}
