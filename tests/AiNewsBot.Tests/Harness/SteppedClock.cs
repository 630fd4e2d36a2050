using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Harness;

/// <summary>A clock that a test moves from one wait of the code to the next: none is passed before it was begun.</summary>
internal sealed class SteppedClock : FakeTimeProvider
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public SteppedClock()
        : base(new DateTimeOffset(2026, 11, 29, 10, 0, 0, TimeSpan.Zero)) { }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until the code waits, without passing that.</summary>
    public ValueTask<TimeSpan> NextWaitAsync() => _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>Passes the next wait, or some of them.</summary>
    public async Task PassAsync(int waits = 1)
    {
        for (var i = 0; i < waits; i++)
            Advance(await NextWaitAsync());
    }
}
