using AiNewsBot.Jobs;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Jobs;

public sealed class PeriodicJobTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new();
    private readonly LogCollector _log = new();
    private readonly SemaphoreSlim _done = new(0);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    [Fact]
    public async Task Works_at_once_and_then_at_each_interval()
    {
        var running = Job()
            .RunAsync(
                TimeSpan.Zero,
                Interval,
                () =>
                {
                    _done.Release();
                    return Task.CompletedTask;
                },
                _stop.Token
            );

        await _done.WaitAsync(_stop.Token);
        _time.Advance(Interval);
        await _done.WaitAsync(_stop.Token);
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public async Task Works_first_after_the_delay_that_was_asked_for()
    {
        var running = Job()
            .RunAsync(
                TimeSpan.FromHours(5),
                Interval,
                () =>
                {
                    _done.Release();
                    return Task.CompletedTask;
                },
                _stop.Token
            );

        _time.Advance(TimeSpan.FromHours(5) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, _done.CurrentCount);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        await _done.WaitAsync(_stop.Token);
        Assert.False(running.IsCompleted);
    }

    [Fact]
    public async Task Survives_a_fault_and_logs_it_once_for_as_long_as_it_stays_the_same()
    {
        var messages = new Queue<string?>(["the disk is full", "the disk is full", null, "the disk is full"]);
        var running = Job()
            .RunAsync(
                TimeSpan.Zero,
                Interval,
                () =>
                {
                    _done.Release();
                    if (messages.Dequeue() is { } message)
                        throw new StorageException(message);
                    return Task.CompletedTask;
                },
                _stop.Token
            );

        await _done.WaitAsync(_stop.Token);
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(Interval);
            await _done.WaitAsync(_stop.Token);
        }

        await _stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Assert.True(running.IsCanceled);
        Assert.Equal(
            [.. Enumerable.Repeat((LogLevel.Error, "Failed to look after it; retrying: the disk is full"), 2)],
            _log.Entries.Select(entry => (entry.Level, entry.Message))
        );
    }

    [Fact]
    public async Task Fault_that_was_logged_where_it_was_found_is_not_logged_again()
    {
        _ = Job()
            .RunAsync(
                TimeSpan.Zero,
                Interval,
                () =>
                {
                    _done.Release();
                    throw new StorageException("the disk is full") { IsLogged = true };
                },
                _stop.Token
            );

        await _done.WaitAsync(_stop.Token);
        _time.Advance(Interval);
        await _done.WaitAsync(_stop.Token);

        Assert.Empty(_log.Entries);
    }

    [Fact]
    public async Task Waits_to_be_woken_however_much_time_passes()
    {
        var wakeup = new Wakeup();
        _ = Job()
            .RunAsync(
                wakeup,
                _ =>
                {
                    _done.Release();
                    return Task.CompletedTask;
                },
                _stop.Token
            );
        await _done.WaitAsync(_stop.Token);

        wakeup.RaiseIfDue(DateTimeOffset.MaxValue);
        Assert.Equal(0, _done.CurrentCount);
        wakeup.Raise();

        await _done.WaitAsync(_stop.Token);
    }

    [Fact]
    public async Task Tries_again_without_being_woken_what_was_not_done()
    {
        var (wakeup, results) = (new Wakeup(), new Queue<bool>([false, true]));
        _ = Job()
            .RunAsync(
                wakeup,
                _ =>
                {
                    _done.Release();
                    return Task.FromResult(results.Dequeue());
                },
                _stop.Token
            );
        await _done.WaitAsync(_stop.Token);

        wakeup.RaiseIfDue(_time.GetUtcNow());
        Assert.Equal(0, _done.CurrentCount);
        wakeup.RaiseIfDue(_time.GetUtcNow() + PeriodicJob.Retry);

        await _done.WaitAsync(_stop.Token);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _done.Dispose();
        _log.Dispose();
    }

    private PeriodicJob Job() => new("look after it", _time, _log.CreateLogger("job"));
}
