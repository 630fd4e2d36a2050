using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace DiscordSimulator.Wire;

/// <summary>
/// What lies between a server and its clients: it passes on what comes after the time that a distance takes, and can cut connections, or
/// let them go silent as a router does that forgot them. A client's first bytes wait for a way back and forth more, as they would for the
/// handshake of TCP.
/// </summary>
public sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<RelayedConnection, Task> _connections = new();
    private readonly int _server;
    private readonly TimeSpan _distance;
    private readonly TimeProvider _time;
    private Task _accepting = Task.CompletedTask;

    private Relay(int server, TimeSpan distance, TimeProvider time) => (_server, _distance, _time) = (server, distance, time);

    /// <summary>The port that clients connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections that clients opened, by their number.</summary>
    public EventLog<int> Opened { get; } = new();

    /// <summary>Connections that ended, by their number.</summary>
    public EventLog<int> Closed { get; } = new();

    /// <summary>Whether nothing is passed on either on connections that are opened from now on.</summary>
    public bool SilencesNew { get; set; }

    internal static Relay Start(int server, TimeSpan distance, TimeProvider time)
    {
        var relay = new Relay(server, distance, time);
        relay._listener.Start();
        relay._accepting = relay.AcceptAsync();
        return relay;
    }

    /// <summary>Cuts all connections.</summary>
    public void Cut()
    {
        foreach (var connection in _connections.Keys)
            connection.Cut();
    }

    /// <summary>Passes nothing on any more that comes on the connections of now.</summary>
    public void Silence()
    {
        foreach (var connection in _connections.Keys)
            connection.Silence();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
        Cut();
        await Task.WhenAll([.. _connections.Values, _accepting]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        for (var number = 1; !_stopping.IsCancellationRequested; number++)
        {
            var client = await _listener.AcceptSocketAsync(_stopping.Token);
            var connection = new RelayedConnection(client, _server, _distance, _time);
            if (SilencesNew)
                connection.Silence();
            _connections[connection] = RunAsync(connection, number);
            Opened.Add(number);
        }
    }

    private async Task RunAsync(RelayedConnection connection, int number)
    {
        await Task.Yield();
        await connection.RunAsync();
        _connections.TryRemove(connection, out _);
        Closed.Add(number);
    }
}
