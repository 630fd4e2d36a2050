namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Spaces requests evenly below Discord's 50 a second, so that its limit is never met. Even spacing rather than a bucket that refills:
/// Discord's own windows begin when they please, and a burst that straddles two of them would count as one.
/// </summary>
internal sealed class GlobalPace(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20.2);

    private readonly Lock _lock = new();
    private DateTimeOffset _next;

    /// <summary>Waits for its turn.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + Interval;
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Nothing goes out before this long from now.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            if (until > _next)
                _next = until;
        }
    }
}
