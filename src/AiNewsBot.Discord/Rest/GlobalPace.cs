namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Keeps Discord's limit over all requests, 50 a second, so that it is never met. They leave evenly spaced, and each no sooner than a second
/// after the 50th before it was surely counted. Even spacing alone is not enough: where a request is held up on its way, those behind it are
/// not, and the second that begins with it holds one too many.
/// </summary>
internal sealed class GlobalPace(TimeProvider time)
{
    private const int Most = 50;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20.2);

    /// <summary>Discord's second, and a little more, since its clock is not this one.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1005);

    /// <summary>What takes longer than this takes it at Discord, not on the way: it was counted long ago.</summary>
    private static readonly TimeSpan LongestWay = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Uptime _uptime = new(time);
    private readonly Queue<Passage> _last = new(Most);
    private TimeSpan _next;
    private TimeSpan _paused;

    /// <summary>Waits for its turn; what comes back is disposed when the answer is there.</summary>
    /// <exception cref="DiscordException">That would take too long.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        var turn = TakeTurn();
        while (true)
        {
            if (turn.Wait > TimeSpan.Zero)
                await Task.Delay(turn.Wait, time, cancellationToken);
            lock (_lock)
            {
                var now = _uptime.Now;
                if (_paused > turn.Paused && _paused > now)
                    turn = TakeTurn(); // One that was given before a pause is void.
                else if (TimeToGo(now) is var wait && wait <= TimeSpan.Zero)
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
            var until = _uptime.Now + wait;
            if (until > _paused)
                _paused = until;
            if (until > _next)
                _next = until;
        }
    }

    private (TimeSpan Wait, TimeSpan Paused) TakeTurn()
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

    // When a request was counted is not told. It was before its answer, by what the way back takes; the one that leaves now is counted later
    // than now, by what the way there takes; and the two ways together are at least as long as the fastest of the last answers took.
    private TimeSpan TimeToGo(TimeSpan now)
    {
        if (_last.Count < Most)
            return TimeSpan.Zero;
        var oldest = _last.Peek();
        var latest = oldest.Left + LongestWay;
        var counted = oldest.Took is { } took && oldest.Left + took - Fastest() is var told && told < latest ? told : latest;
        return counted + Window - now;
    }

    private TimeSpan Fastest()
    {
        var fastest = LongestWay;
        foreach (var passage in _last)
        {
            if (passage.Took is { } took && took < fastest)
                fastest = took;
        }

        return fastest;
    }

    private Passage Leave(TimeSpan now)
    {
        if (_last.Count == Most)
            _last.Dequeue();
        var passage = new Passage(this, now);
        _last.Enqueue(passage);
        return passage;
    }

    /// <summary>A request that has left.</summary>
    private sealed class Passage(GlobalPace pace, TimeSpan left) : IDisposable
    {
        public TimeSpan Left => left;

        /// <summary>Until its answer; null while there is none.</summary>
        public TimeSpan? Took { get; private set; }

        public void Dispose()
        {
            lock (pace._lock)
                Took ??= pace._uptime.Now - left;
        }
    }
}
