using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>
/// Paces identifies: one in five seconds for each of max_concurrency keys, and none beyond the day's budget, whose excess would cost the
/// token. Resumes are free.
/// </summary>
internal sealed partial class IdentifyGate
{
    /// <summary>A little more than Discord's five seconds: its clock starts when the identify arrives.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5.25);

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Uptime _uptime;
    private readonly TimeSpan[] _next;
    private readonly int _total;
    private int _left;
    private TimeSpan _renews;

    public IdentifyGate(GatewayInfo info, TimeProvider time, ILogger logger)
    {
        (_time, _logger, _uptime) = (time, logger, new Uptime(time));
        (_next, _total, _left) = (new TimeSpan[info.MaxConcurrency], info.Total, info.Remaining);
        _renews = _uptime.Now + info.ResetAfter;
    }

    /// <summary>Waits until the day's budget has an identify left, without taking it: a shard does so before it connects, since nobody keeps a connection open that does not identify.</summary>
    public async Task WaitForBudgetAsync(int shard, CancellationToken cancellationToken)
    {
        while (BudgetReturnsIn() is { } wait)
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
                return;
            }

            await WaitForBudgetAsync(shard, cancellationToken);
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
            var now = _uptime.Now;
            ref var next = ref _next[shard % _next.Length];
            var turn = next > now ? next : now;
            next = turn + Pace;
            return turn - now;
        }
    }

    private TimeSpan? BudgetReturnsIn()
    {
        lock (_lock)
        {
            Renew();
            return _left > 0 ? null : _renews - _uptime.Now;
        }
    }

    private void Renew()
    {
        if (_uptime.Now < _renews)
            return;
        (_left, _renews) = (_total, _uptime.Now + Day);
    }

    [LoggerMessage(1, LogLevel.Warning, "Shard {Shard} identifies in {Wait}: nothing is left of the day's budget of identifies")]
    private static partial void Exhausted(ILogger logger, int shard, TimeSpan wait);
}
