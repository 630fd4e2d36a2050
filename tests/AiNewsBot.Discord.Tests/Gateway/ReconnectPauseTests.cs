using AiNewsBot.Discord.Gateway;

namespace AiNewsBot.Discord.Tests.Gateway;

public sealed class ReconnectPauseTests
{
    private static readonly Ending Cut = new("the connection was cut");

    private readonly ReconnectPause _pause = new();

    [Fact]
    public void A_good_connection_that_drops_comes_back_at_once_each_time()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(TimeSpan.Zero, _pause.Next(Cut, wasReady: true, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_never_becomes_ready_waits_ever_longer_up_to_a_minute()
    {
        var waits = Enumerable.Range(0, 12).Select(_ => _pause.Next(Cut, wasReady: false, TimeSpan.FromSeconds(1))).ToArray();

        Assert.Equal(TimeSpan.Zero, waits[0]);
        Assert.InRange(waits[1].TotalSeconds, 0.5, 1);
        Assert.InRange(waits[4].TotalSeconds, 4, 8);
        Assert.All(waits[8..], wait => Assert.InRange(wait.TotalSeconds, 30, 60));
    }

    [Fact]
    public void What_becomes_ready_and_drops_at_once_is_neither_hammered_nor_given_up()
    {
        var waits = Enumerable.Range(0, 12).Select(_ => _pause.Next(Cut, wasReady: true, TimeSpan.FromSeconds(1))).ToArray();

        Assert.All(waits[2..], wait => Assert.InRange(wait.TotalSeconds, 1, 2));
    }

    [Fact]
    public void A_gateway_that_says_too_fast_is_given_time_at_once() =>
        Assert.InRange(_pause.Next(new Ending("4008", BacksOff: true), wasReady: true, TimeSpan.FromMinutes(1)).TotalSeconds, 1, 2);

    [Fact]
    public void A_wait_that_the_gateway_asks_for_is_kept() =>
        Assert.Equal(TimeSpan.FromSeconds(4), _pause.Next(Cut with { AtLeast = TimeSpan.FromSeconds(4) }, wasReady: true, TimeSpan.FromMinutes(1)));
}
