using AiNewsBot.Discord.Models;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>
/// Paces identifies: one in five seconds for each of max_concurrency keys, over all processes of the token, and none beyond the day's
/// budget, whose excess would cost the token. Resumes are free.
/// </summary>
internal sealed partial class IdentifyLimiter
{
    /// <summary>A little more than Discord's five seconds: its clock starts when the identify arrives.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5.25);

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>By how much the end of a day's budget is later where it is another day's. A proxy may keep what Discord said for half an
    /// hour.</summary>
    private static readonly TimeSpan NextDay = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly MonotonicClock _monotonicClock;
    private readonly TimeSpan[] _next;
    private readonly Func<int, CancellationToken, Task>? _waitForSharedTurn;
    private int _total;
    private int _left;
    private TimeSpan _renews = TimeSpan.MinValue;

    public IdentifyLimiter(
        GatewayInfo info,
        TimeProvider time,
        ILogger logger,
        Func<int, CancellationToken, Task>? waitForSharedTurn = null
    )
    {
        (_time, _logger, _monotonicClock) = (time, logger, new MonotonicClock(time));
        (_next, _waitForSharedTurn) = (new TimeSpan[info.MaxConcurrency], waitForSharedTurn);
        Update(info);
    }

    /// <summary>Takes over what Discord says of the day's budget, of which other processes use a part.</summary>
    public void Update(GatewayInfo info)
    {
        lock (_lock)
        {
            var renews = _monotonicClock.Elapsed + info.ResetAfter;

            // Within a day there is never more left than before: what says so is older.
            _left = renews > _renews + NextDay ? info.Remaining : Math.Min(_left, info.Remaining);
            (_total, _renews) = (info.Total, renews);
        }
    }

    /// <summary>Waits until the day's budget has an identify left, without taking it: a shard does so before it connects, since Discord
    /// closes a connection that does not identify.</summary>
    public async Task WaitForBudgetAsync(int shard, CancellationToken cancellationToken)
    {
        while (GetBudgetReset() is { } wait)
        {
            Exhausted(_logger, shard, wait);
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    /// <summary>Waits until this shard may identify, and takes one of the day's identifies.</summary>
    public async Task WaitAsync(int shard, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(shard) is { } turn)
            {
                if (turn > TimeSpan.Zero)
                    await Task.Delay(turn, _time, cancellationToken);
                if (_waitForSharedTurn is not null)
                    await _waitForSharedTurn(shard % _next.Length, cancellationToken);
                return;
            }

            await WaitForBudgetAsync(shard, cancellationToken);
        }
    }

    /// <summary>Counts the interval from an identify that was sent, which may have been some time after its turn.</summary>
    public void RecordSent(int shard)
    {
        lock (_lock)
        {
            ref var next = ref _next[shard % _next.Length];
            var earliest = _monotonicClock.Elapsed + Interval;
            if (next < earliest)
                next = earliest;
        }
    }

    // How long until this shard's turn; null when nothing is left of the budget.
    private TimeSpan? TryTake(int shard)
    {
        lock (_lock)
        {
            Renew();
            if (_left <= 0)
                return null;
            _left--;
            var now = _monotonicClock.Elapsed;
            ref var next = ref _next[shard % _next.Length];
            var turn = next > now ? next : now;
            next = turn + Interval;
            return turn - now;
        }
    }

    private TimeSpan? GetBudgetReset()
    {
        lock (_lock)
        {
            Renew();
            return _left > 0 ? null : _renews - _monotonicClock.Elapsed;
        }
    }

    private void Renew()
    {
        if (_monotonicClock.Elapsed < _renews)
            return;
        (_left, _renews) = (_total, _monotonicClock.Elapsed + Day);
    }

    [LoggerMessage(1, LogLevel.Warning, "Shard {Shard}: identify budget of the day is spent; identifying in {Wait}")]
    private static partial void Exhausted(ILogger logger, int shard, TimeSpan wait);
}
