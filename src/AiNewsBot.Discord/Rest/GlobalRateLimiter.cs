namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Keeps Discord's limit over all requests, 50 a second, so that it is never met. They leave evenly spaced, and each no sooner than a
/// second after the 50th before it was surely counted. Even spacing alone is not enough: where a request is held up on its way, those
/// behind it are not, and the second that begins with it holds one too many.
/// </summary>
internal sealed class GlobalRateLimiter(TimeProvider time)
{
    private const int MaxPerWindow = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20.2);

    /// <summary>Discord's second, and a little more, since its clock is not this one.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1005);

    /// <summary>What takes longer than this takes it at Discord, not on the way: it was counted long ago.</summary>
    private static readonly TimeSpan MaxTransit = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly MonotonicClock _monotonicClock = new(time);
    private readonly Queue<Permit> _last = new(MaxPerWindow);
    private TimeSpan _next;
    private TimeSpan _paused;

    /// <summary>Waits for its turn; what comes back is disposed when the answer is there.</summary>
    /// <exception cref="DiscordException">That would take too long.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var turn = ReserveSlot();
        while (true)
        {
            if (turn.Wait > TimeSpan.Zero)
                await Task.Delay(turn.Wait, time, cancellationToken);
            lock (_lock)
            {
                var now = _monotonicClock.Elapsed;
                if (_paused > turn.Paused && _paused > now)
                    turn = ReserveSlot(); // One that was given before a pause is void.
                else if (GetDelay(now) is var wait && wait <= TimeSpan.Zero)
                    return Leave(now);
                else
                    turn = turn with { Wait = TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) };
            }
        }
    }

    /// <summary>Nothing goes out before this long from now.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = _monotonicClock.Elapsed + wait;
            if (until > _paused)
                _paused = until;
            if (until > _next)
                _next = until;
        }
    }

    private (TimeSpan Wait, TimeSpan Paused) ReserveSlot()
    {
        lock (_lock)
        {
            var now = _monotonicClock.Elapsed;
            QueueTimeout.ThrowIfExceeded(_paused - now);
            var turn = _next > now ? _next : now;
            _next = turn + Interval;
            return (turn - now, _paused);
        }
    }

    // When a request was counted is not told. It was before its answer, by what the way back takes; the one that leaves now is counted
    // later than now, by what the way there takes; and the two ways together are at least as long as the fastest of the last answers took.
    private TimeSpan GetDelay(TimeSpan now)
    {
        if (_last.Count < MaxPerWindow)
            return TimeSpan.Zero;
        var oldest = _last.Peek();
        var latest = oldest.Left + MaxTransit;
        var counted = oldest.Took is { } took && oldest.Left + took - Fastest() is var told && told < latest ? told : latest;
        return counted + Window - now;
    }

    private TimeSpan Fastest()
    {
        var fastest = MaxTransit;
        foreach (var permit in _last)
        {
            if (permit.Took is { } took && took < fastest)
                fastest = took;
        }

        return fastest;
    }

    private Permit Leave(TimeSpan now)
    {
        if (_last.Count == MaxPerWindow)
            _last.Dequeue();
        var permit = new Permit(this, now);
        _last.Enqueue(permit);
        return permit;
    }

    /// <summary>A request that has left.</summary>
    private sealed class Permit(GlobalRateLimiter pace, TimeSpan left) : IDisposable
    {
        public TimeSpan Left => left;

        /// <summary>Until its response; null before that.</summary>
        public TimeSpan? Took { get; private set; }

        public void Dispose()
        {
            lock (pace._lock)
                Took ??= pace._monotonicClock.Elapsed - left;
        }
    }
}
