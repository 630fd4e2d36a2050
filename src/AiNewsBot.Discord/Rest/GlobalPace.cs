namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Spaces requests evenly below Discord's 50 a second, so that its limit is never met. Even spacing rather than a bucket that refills:
/// Discord's own windows begin when they please, and a burst that straddles two of them would count as one.
/// </summary>
internal sealed class GlobalPace(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20.2);

    private readonly Lock _lock = new();
    private readonly Uptime _uptime = new(time);
    private TimeSpan _next;
    private TimeSpan _paused;

    /// <summary>Waits for its turn.</summary>
    /// <exception cref="DiscordException">That would take too long.</exception>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (Take() is { Wait: var wait, Paused: var paused } && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);

            // A turn that was given before a pause is void.
            if (!IsPausedSince(paused))
                return;
        }
    }

    /// <summary>Nothing goes out before this long from now.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = _uptime.Now + wait;
            if (until > _paused)
                _paused = until;
            if (until > _next)
                _next = until;
        }
    }

    private (TimeSpan Wait, TimeSpan Paused) Take()
    {
        lock (_lock)
        {
            var now = _uptime.Now;
            Patience.Check(_paused - now);
            var turn = _next > now ? _next : now;
            _next = turn + Interval;
            return (turn - now, _paused);
        }
    }

    private bool IsPausedSince(TimeSpan paused)
    {
        lock (_lock)
            return _paused > paused && _paused > _uptime.Now;
    }
}
