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
    /// <summary>How often the clock is looked at, and the counter of a database that does not tell of changes: what another process writes
    /// is to be seen within a second.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the counter is read of a database that tells of changes: word of one may be lost.</summary>
    private static readonly TimeSpan SlowInterval = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _checking = new(1, 1);
    private readonly Lock _lock = new();
    private readonly ClockJumpDetector _clock = new(time);
    private Wakeup[] _wakeups = [];
    private long _counter;
    private long _readAt;

    /// <summary>A signal that is raised whenever the database has changed.</summary>
    public Wakeup CreateWakeup()
    {
        var wakeup = new Wakeup();
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

    private async Task PollAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await CheckAsync(readsCounter: !database.TellsChanges || time.GetElapsedTime(_readAt) >= SlowInterval);
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
