namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// One request at a time for each server, in the order of asking. A request that takes long gives its turn on, lest one slow feed hold up
/// all others of a large host; only so many may hang there at once, and then the others do wait.
/// </summary>
internal sealed class PerHostLimiter(TimeProvider time)
{
    private const int MaxStragglers = 4;
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HostQueue> _lines = new(StringComparer.OrdinalIgnoreCase);

    private TimeProvider Time => time;

    /// <summary>Waits for a turn, which lasts until it is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string server, CancellationToken cancellationToken)
    {
        var hostQueue = Join(server);
        try
        {
            await hostQueue.Free.WaitAsync(cancellationToken);
        }
        catch
        {
            lock (_lock)
                Leave(hostQueue);
            throw;
        }

        return new Permit(this, hostQueue);
    }

    private HostQueue Join(string server)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(server, out var hostQueue))
                _lines.Add(server, hostQueue = new HostQueue(server));
            hostQueue.Users++;
            return hostQueue;
        }
    }

    private void Leave(HostQueue hostQueue)
    {
        if (--hostQueue.Users > 0)
            return;
        _lines.Remove(hostQueue.Server);
        hostQueue.Free.Dispose();
    }

    private sealed class HostQueue(string server)
    {
        public string Server { get; } = server;

        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; }

        public int Stragglers { get; set; }
    }

    private sealed class Permit : IDisposable
    {
        private readonly PerHostLimiter _turns;
        private readonly HostQueue _hostQueue;
        private readonly ITimer _timer;
        private bool _isStraggler;
        private bool _hasEnded;

        public Permit(PerHostLimiter turns, HostQueue hostQueue)
        {
            (_turns, _hostQueue) = (turns, hostQueue);
            _timer = turns.Time.CreateTimer(_ => GiveOn(), null, SlowAfter, SlowAfter);
        }

        public void Dispose()
        {
            _timer.Dispose();
            lock (_turns._lock)
            {
                if (_hasEnded)
                    return;
                _hasEnded = true;
                if (_isStraggler)
                    _hostQueue.Stragglers--;
                else
                    _hostQueue.Free.Release();
                _turns.Leave(_hostQueue);
            }
        }

        private void GiveOn()
        {
            lock (_turns._lock)
            {
                if (_hasEnded || _isStraggler || _hostQueue.Stragglers == MaxStragglers)
                    return;
                _isStraggler = true;
                _hostQueue.Stragglers++;
                _hostQueue.Free.Release();
            }
        }
    }
}
