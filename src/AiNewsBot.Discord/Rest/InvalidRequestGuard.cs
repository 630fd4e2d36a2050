namespace AiNewsBot.Discord.Rest;

/// <summary>Discord bans an address after 10,000 refused requests (401, 403, 429) in ten minutes. This stops well before, even where two of
/// its own windows meet.</summary>
internal sealed class InvalidRequestGuard(TimeProvider time)
{
    private const int MaxInvalid = 4000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly MonotonicClock _monotonicClock = new(time);
    private TimeSpan _began;
    private int _count;

    /// <summary>How long nothing may be sent; null when requests may go.</summary>
    public TimeSpan? ClosedFor
    {
        get
        {
            lock (_lock)
                return _count >= MaxInvalid && _began + Window - _monotonicClock.Elapsed is var wait && wait > TimeSpan.Zero ? wait : null;
        }
    }

    public void Record()
    {
        lock (_lock)
        {
            var now = _monotonicClock.Elapsed;
            if (now - _began >= Window)
                (_began, _count) = (now, 0);
            _count++;
        }
    }
}
