namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Lets so many run at once, in the order of asking. One that takes long gives its place to the next, so that slow servers do not hold up
/// all others; only so many may hang there, and then the others do wait.
/// </summary>
public sealed class StragglerLimiter : IDisposable
{
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Queue<Permit> _overdue = new();
    private readonly SemaphoreSlim _free;
    private readonly int _maxStragglers;
    private readonly TimeProvider _time;
    private int _stragglers;

    /// <summary>A limiter of its own places.</summary>
    /// <param name="concurrency">How many run at once that are not slow.</param>
    /// <param name="maxStragglers">How many slow ones run beside them.</param>
    /// <param name="time">The clock.</param>
    public StragglerLimiter(int concurrency, int maxStragglers, TimeProvider time)
    {
        _free = new SemaphoreSlim(concurrency, concurrency);
        (_maxStragglers, _time) = (maxStragglers, time);
    }

    /// <summary>Waits for a place, which is held until it is disposed.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Permit(this);
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();

    private void OnSlow(Permit permit)
    {
        lock (_lock)
        {
            if (permit.HasEnded)
                return;
            _overdue.Enqueue(permit);
            PromoteOverdue();
        }
    }

    private void Leave(Permit permit)
    {
        lock (_lock)
        {
            if (permit.HasEnded)
                return;
            permit.HasEnded = true;
            if (permit.IsStraggler)
                _stragglers--;
            else
                _free.Release();
            PromoteOverdue();
        }
    }

    private void PromoteOverdue()
    {
        while (_stragglers < _maxStragglers && _overdue.TryDequeue(out var permit))
        {
            if (permit.HasEnded)
                continue;
            permit.IsStraggler = true;
            _stragglers++;
            _free.Release();
        }
    }

    private sealed class Permit : IDisposable
    {
        private readonly StragglerLimiter _limiter;
        private readonly ITimer _timer;

        public Permit(StragglerLimiter limiter)
        {
            _limiter = limiter;
            _timer = limiter._time.CreateTimer(_ => limiter.OnSlow(this), null, SlowAfter, Timeout.InfiniteTimeSpan);
        }

        public bool IsStraggler { get; set; }

        public bool HasEnded { get; set; }

        public void Dispose()
        {
            _timer.Dispose();
            _limiter.Leave(this);
        }
    }
}
