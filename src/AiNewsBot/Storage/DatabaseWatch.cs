using System.Data.Common;
using AiNewsBot.Jobs;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Storage;

/// <summary>
/// Wakes what waits for something in the database: when it was written to, by this process or by another one, or when the clock says so.
/// One look at the database's counter of changes replaces the queries of all who wait.
/// </summary>
/// <param name="ready">Completes when the database has its schema and facts.</param>
internal sealed class DatabaseWatch(Task ready, IDatabase database, TimeProvider time) : BackgroundService
{
    /// <summary>How often the counter is read of a database that does not tell of changes: what another process writes is to be seen within
    /// a second. What is due is looked for no more often either, so that a loop that is always due does not spin.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>How long to sleep at most while nothing is due: a clock that is set is noticed then.</summary>
    private static readonly TimeSpan MaxInterval = TimeSpan.FromSeconds(2);

    /// <summary>How often the counter is read of a database that tells of changes: word of one may be lost.</summary>
    private static readonly TimeSpan SlowInterval = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _checking = new(1, 1);
    private readonly Lock _lock = new();
    private readonly ClockJumpDetector _clock = new(time);
    private Wakeup[] _wakeups = [];
    private long _counter;
    private long _readAt;
    private PeriodicTimer? _timer;
    private DateTimeOffset _next;

    /// <summary>A signal that is raised whenever the database has changed.</summary>
    public Wakeup CreateWakeup()
    {
        var wakeup = new Wakeup(Hasten);
        lock (_lock)
            _wakeups = [.. _wakeups, wakeup];
        return wakeup;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.WaitAsync(stoppingToken);
        await Task.WhenAll(PollAsync(stoppingToken), ListenAsync(stoppingToken));
    }

    /// <summary>Checks now.</summary>
    public Task CheckAsync() => CheckAsync(readsCounter: true);

    public override void Dispose()
    {
        _checking.Dispose();
        base.Dispose();
    }

    private async Task CheckAsync(bool readsCounter)
    {
        await _checking.WaitAsync();
        try
        {
            // A clock that was set back may have left times behind that are long to come.
            var isChanged = (readsCounter && await HasChangedAsync()) | _clock.DetectJump() is not null;
            var now = time.GetUtcNow();
            foreach (var wakeup in _wakeups)
            {
                if (isChanged)
                    wakeup.Raise();
                else
                    wakeup.RaiseIfDue(now);
            }
        }
        finally
        {
            _checking.Release();
        }
    }

    // No periodic job: how long it sleeps changes, and a failed look is one of those who wait.
    private async Task PollAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(MaxInterval, time);
        try
        {
            Start(timer);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await CheckAsync(readsCounter: !database.TellsChanges || time.GetElapsedTime(_readAt) >= SlowInterval);
                Start(timer);
            }
        }
        finally
        {
            lock (_lock)
                _timer = null;
        }
    }

    private void Start(PeriodicTimer timer)
    {
        lock (_lock)
        {
            _timer = timer;
            Sleep(timer, _wakeups.Min(wakeup => wakeup.Due));
        }
    }

    // What is due before the end of the present sleep ends it.
    private void Hasten(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_timer is { } timer && due < _next && time.GetUtcNow() + Interval < _next)
                Sleep(timer, due);
        }
    }

    private void Sleep(PeriodicTimer timer, DateTimeOffset? due)
    {
        var now = time.GetUtcNow();
        var left = due - now;
        var wait =
            !database.TellsChanges || left < Interval ? Interval
            : left is { } some && some < MaxInterval ? some
            : MaxInterval;
        _next = now + wait;
        timer.Period = wait;
    }

    // Faster than the poll where the database tells of changes; many at once are one.
    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await database.WaitForHintAsync(stoppingToken);
            await CheckAsync();
            await Task.Delay(Gathering, time, stoppingToken);
        }
    }

    private async Task<bool> HasChangedAsync()
    {
        try
        {
            _readAt = time.GetTimestamp();
            var counter = await database.ReadChangeCounterAsync();
            var isChanged = counter != _counter;
            _counter = counter;
            return isChanged;
        }
        catch (DbException)
        {
            // Those who wait find it, too, and say so.
            return true;
        }
    }
}
