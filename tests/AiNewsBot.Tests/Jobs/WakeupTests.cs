using AiNewsBot.Jobs;

namespace AiNewsBot.Tests.Jobs;

public sealed class WakeupTests
{
    private static readonly DateTimeOffset Due = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    // A wait that nothing cancels ends in the moment in which it is woken.
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly Wakeup _wakeup = new();

    [Fact]
    public async Task Signal_before_the_wait_ends_the_next_wait_and_no_other()
    {
        _wakeup.Raise();
        _wakeup.Raise();

        await WaitAsync();
        Assert.False(WaitAsync().IsCompleted);
    }

    [Fact]
    public async Task Wait_ends_when_it_is_due_and_not_before()
    {
        var waiting = WaitAsync();

        _wakeup.RaiseIfDue(Due - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        _wakeup.RaiseIfDue(Due);

        await waiting;
    }

    [Fact]
    public void Time_that_came_while_nothing_waited_ends_no_later_wait()
    {
        _wakeup.RaiseIfDue(Due);

        Assert.False(_wakeup.WaitAsync(Due + TimeSpan.FromHours(1), Never).IsCompleted);
    }

    [Fact]
    public async Task Wait_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _wakeup.WaitAsync(null, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Task WaitAsync() => _wakeup.WaitAsync(Due, Never);
}
