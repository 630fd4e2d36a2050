namespace AiNewsBot.Feeds.Fetching;

/// <summary>One request at a time for each server, and a few slow ones beside it: a slow feed does not hold up all others of a large
/// host.</summary>
internal sealed class PerHostLimiter(TimeProvider time)
{
    private const int MaxStragglers = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for a turn, which lasts until it is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string server, CancellationToken cancellationToken)
    {
        var host = Join(server);
        try
        {
            return new Turn(this, host, await host.Limiter.EnterAsync(cancellationToken));
        }
        catch
        {
            Leave(host);
            throw;
        }
    }

    private Host Join(string server)
    {
        lock (_lock)
        {
            if (!_hosts.TryGetValue(server, out var host))
                _hosts.Add(server, host = new Host(server, new StragglerLimiter(1, MaxStragglers, time)));
            host.Users++;
            return host;
        }
    }

    private void Leave(Host host)
    {
        lock (_lock)
        {
            if (--host.Users > 0)
                return;
            _hosts.Remove(host.Server);
            host.Limiter.Dispose();
        }
    }

    private sealed class Host(string server, StragglerLimiter limiter)
    {
        public string Server => server;

        public StragglerLimiter Limiter => limiter;

        public int Users { get; set; }
    }

    private sealed class Turn(PerHostLimiter limiter, Host host, IDisposable permit) : IDisposable
    {
        private int _hasEnded;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
                return;
            permit.Dispose();
            limiter.Leave(host);
        }
    }
}
