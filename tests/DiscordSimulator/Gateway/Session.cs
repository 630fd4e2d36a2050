namespace DiscordSimulator.Gateway;

/// <summary>A session: what was dispatched in it, so that it can be replayed if it is remembered.</summary>
internal sealed class Session(string id, int shard, int number, bool remembers)
{
    private readonly Lock _lock = new();
    private readonly List<string> _dispatched = [];
    private int _sequence;
    private Connection? _connection;

    public string Id { get; } = id;

    public int Shard { get; } = shard;

    /// <summary>Its place among all, in the order in which they began.</summary>
    public int Number { get; } = number;

    /// <summary>The connection that it runs on; null while the client is away.</summary>
    public Connection? Connection
    {
        get
        {
            lock (_lock)
                return _connection;
        }
    }

    public int Sequence
    {
        get
        {
            lock (_lock)
                return _sequence;
        }
    }

    /// <summary>Dispatches an event: now, or when the client comes back.</summary>
    public void Dispatch(string name, string data, Action? leaves = null)
    {
        lock (_lock)
        {
            var payload = $$"""{"op":0,"s":{{++_sequence}},"t":"{{name}}","d":{{data}}}""";
            if (remembers)
                _dispatched.Add(payload);
            _connection?.Send(payload, leaves);
        }
    }

    public void Attach(Connection connection)
    {
        lock (_lock)
            _connection = connection;
    }

    /// <summary>Attaches and sends again what came after a sequence number.</summary>
    public void Resume(Connection connection, int sequence)
    {
        lock (_lock)
        {
            _connection = connection;
            foreach (var payload in _dispatched.Skip(sequence))
                connection.Send(payload);
        }
    }

    public void Detach(Connection connection)
    {
        lock (_lock)
        {
            if (_connection == connection)
                _connection = null;
        }
    }
}
