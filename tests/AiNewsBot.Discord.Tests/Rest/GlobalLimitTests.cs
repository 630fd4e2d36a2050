using AiNewsBot.Discord.Rest;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>
/// Discord counts requests when they arrive, and 50 in any second are all it takes. A client knows only when they left; on the way each may
/// be held up, by the network, or by a machine that does something else for a moment.
/// </summary>
public sealed class GlobalLimitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly Queue<DateTimeOffset> _counted = new();
    private int _refused;

    [Fact]
    public void Delayed_request_does_not_overfill_its_second()
    {
        Send(400, number => (There: number % 70 == 30 ? 60 : 5, Back: 5));

        Assert.Equal(0, _refused);
    }

    [Fact]
    public void Burst_of_arrivals_after_a_stall_does_not_overfill_a_second()
    {
        var began = _time.GetUtcNow();

        // For a tenth of a second in each 1.3 nothing gets through, there or back.
        Send(400, _ => (There: 5 + Stopped(5), Back: 5 + Stopped(5)));

        Assert.Equal(0, _refused);

        int Stopped(int later) =>
            (int)((_time.GetUtcNow() - began).TotalMilliseconds + later) % 1300 is var within && within >= 1200 ? 1300 - within : 0;
    }

    [Property(MaxTest = 60)]
    public Property Intermittent_delays_do_not_overfill_a_second(int seed)
    {
        var random = new Random(seed);
        _counted.Clear();
        Send(250, _ => (Way(), Way()));
        return (_refused == 0).ToProperty();

        int Way() => 20 + (random.Next(4) == 0 ? random.Next(180) : random.Next(3));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(120)]
    public void Equal_delays_allow_at_least_49_requests_a_second(int way)
    {
        var took = Send(1000, _ => (way, way)) - TimeSpan.FromMilliseconds(2 * way);

        Assert.Equal(0, _refused);
        Assert.InRange(999 / took.TotalSeconds, 49.0, 50.0);
    }

    [Fact]
    public void Missing_responses_do_not_stop_other_requests()
    {
        var took = Send(200, number => (5, number < 50 ? 15_000 : 5));

        Assert.Equal(0, _refused);

        // No longer than the last of those without an answer, which left within the first second.
        Assert.InRange(took.TotalSeconds, 15, 16);
    }

    // How long each takes there and back, in milliseconds; how long all took.
    private TimeSpan Send(int requests, Func<int, (int There, int Back)> ways)
    {
        var pace = new GlobalRateLimiter(_time);
        var began = _time.GetUtcNow();
        _time.TurnUntilAsync(() => Task.WhenAll(Enumerable.Range(0, requests).Select(SendAsync)), Step);
        return _time.GetUtcNow() - began;

        async Task SendAsync(int number)
        {
            using var passage = await pace.EnterAsync(CancellationToken.None);
            var (there, back) = ways(number);
            await Task.Delay(TimeSpan.FromMilliseconds(there), _time);
            Count();
            await Task.Delay(TimeSpan.FromMilliseconds(back), _time);
        }
    }

    private void Count()
    {
        var now = _time.GetUtcNow();
        while (_counted.TryPeek(out var first) && now - first >= Second)
            _counted.Dequeue();
        if (_counted.Count < 50)
            _counted.Enqueue(now);
        else
            _refused++;
    }
}
