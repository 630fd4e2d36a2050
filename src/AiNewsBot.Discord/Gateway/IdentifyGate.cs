using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>
/// Paces identifies: one in five seconds for each of max_concurrency keys, and none beyond the day's budget, whose excess would cost the
/// token. Resumes are free.
/// </summary>
internal sealed partial class IdentifyGate(GatewayInfo info, TimeProvider time, ILogger logger)
{
    /// <summary>A little more than Discord's five seconds: its clock starts when the identify arrives.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5.25);

    private readonly Lock _lock = new();
    private readonly DateTimeOffset[] _next = new DateTimeOffset[info.MaxConcurrency];
    private readonly DateTimeOffset _budgetReturns = time.GetUtcNow() + info.ResetAfter;
    private int _left = info.Remaining;

    /// <summary>Waits until this shard may identify, and takes one of the day's identifies.</summary>
    public async Task WaitAsync(int shard, CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now >= _budgetReturns)
                _left = Math.Max(_left, 1);
            var from = --_left < 0 && _budgetReturns > now ? _budgetReturns : now;
            ref var next = ref _next[shard % _next.Length];
            var turn = next > from ? next : from;
            next = turn + Pace;
            wait = turn - now;
        }

        if (wait > Pace)
            Waits(logger, shard, wait);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Warning, "Shard {Shard} identifies in {Wait}: the pace or the day's budget of identifies allows no sooner")]
    private static partial void Waits(ILogger logger, int shard, TimeSpan wait);
}
