namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// One request at a time for each server, in the order of asking. A request that takes long gives its turn on, lest one slow feed hold up
/// all others of a large host; only so many may hang there at once, and then the others do wait.
/// </summary>
internal sealed class HostTurns(TimeProvider time)
{
    private const int MostStragglers = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);

    private TimeProvider Time => time;

    /// <summary>Waits for a turn, which lasts until it is disposed.</summary>
    public async Task<IDisposable> EnterAsync(string server, CancellationToken cancellationToken)
    {
        var line = Join(server);
        try
        {
            await line.Free.WaitAsync(cancellationToken);
        }
        catch
        {
            lock (_lock)
                Leave(line);
            throw;
        }

        return new Turn(this, line);
    }

    private Line Join(string server)
    {
        lock (_lock)
        {
            if (!_lines.TryGetValue(server, out var line))
                _lines.Add(server, line = new Line(server));
            line.Users++;
            return line;
        }
    }

    private void Leave(Line line)
    {
        if (--line.Users > 0)
            return;
        _lines.Remove(line.Server);
        line.Free.Dispose();
    }

    private sealed class Line(string server)
    {
        public string Server { get; } = server;

        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; }

        public int Stragglers { get; set; }
    }

    private sealed class Turn : IDisposable
    {
        private readonly HostTurns _turns;
        private readonly Line _line;
        private readonly ITimer _timer;
        private bool _isStraggler;
        private bool _hasEnded;

        public Turn(HostTurns turns, Line line)
        {
            (_turns, _line) = (turns, line);
            _timer = turns.Time.CreateTimer(_ => GiveOn(), null, Patience, Patience);
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
                    _line.Stragglers--;
                else
                    _line.Free.Release();
                _turns.Leave(_line);
            }
        }

        private void GiveOn()
        {
            lock (_turns._lock)
            {
                if (_hasEnded || _isStraggler || _line.Stragglers == MostStragglers)
                    return;
                _isStraggler = true;
                _line.Stragglers++;
                _line.Free.Release();
            }
        }
    }
}
