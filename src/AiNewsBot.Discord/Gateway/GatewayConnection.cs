using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>One connection of a shard, from the handshake to its end. The loop that reads waits for nothing but the next payload.</summary>
internal sealed partial class GatewayConnection : IDisposable
{
    /// <summary>From the first packet to the hello: what takes longer will not come.</summary>
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(30);

    private static readonly DisconnectReason Stopped = new("stopped", CanResume: false);

    private readonly int _shard;
    private readonly GatewaySession _session;
    private readonly Func<GatewaySocket, CancellationToken, Task> _open;
    private readonly EventHandler _onEvent;
    private readonly ILogger _logger;
    private readonly GatewaySocket _socket;
    private readonly Heartbeat _heartbeat;
    private readonly CancellationTokenSource _over = new();
    private readonly CancellationTokenSource _handshake;
    private Task _opening = Task.CompletedTask;
    private Task _beating = Task.CompletedTask;

    /// <param name="shard">The shard's number.</param>
    /// <param name="session">Counts the events; it outlives the connection.</param>
    /// <param name="open">Identifies or resumes, once the gateway has said hello.</param>
    /// <param name="onEvent">Takes events.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">For what happens.</param>
    public GatewayConnection(
        int shard,
        GatewaySession session,
        Func<GatewaySocket, CancellationToken, Task> open,
        EventHandler onEvent,
        TimeProvider time,
        ILogger logger
    )
    {
        (_shard, _session, _open, _onEvent, _logger) = (shard, session, open, onEvent, logger);
        _socket = new GatewaySocket(time);
        _heartbeat = new Heartbeat(_socket, () => session.Sequence, time);
        _handshake = new CancellationTokenSource(HandshakeTimeout, time);
    }

    public delegate void EventHandler(GatewayFrame frame);

    /// <summary>Beats while the connection lives.</summary>
    public Heartbeat Heartbeat => _heartbeat;

    /// <summary>Connects, and returns when the connection has ended.</summary>
    /// <exception cref="GatewayRefusedException">Discord will not have this bot.</exception>
    public async Task<DisconnectReason> RunAsync(Uri gateway, string userAgent, CancellationToken stopping)
    {
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, _handshake.Token);
            await _socket.ConnectAsync(gateway, userAgent, either.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            return stopping.IsCancellationRequested
                ? Stopped
                : new DisconnectReason($"the gateway cannot be reached ({exception.Message})");
        }

        await using var noHello = _handshake.Token.UnsafeRegister(static socket => ((GatewaySocket)socket!).Abort(), _socket);

        // Stopping closes, and closing ends the read.
        await using var stop = stopping.UnsafeRegister(static socket => _ = ((GatewaySocket)socket!).CloseAsync(CloseCode.Normal), _socket);
        try
        {
            return await ReadAsync(stopping);
        }
        finally
        {
            await _over.CancelAsync();
            await Task.WhenAll(_opening, _beating).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _handshake.Dispose();
        _over.Dispose();
    }

    private async Task<DisconnectReason> ReadAsync(CancellationToken stopping)
    {
        while (true)
        {
            var payload = await _socket.ReceiveAsync();
            if (payload.IsEmpty)
                return stopping.IsCancellationRequested ? Stopped : OnTimeout();
            if (Process(payload.Span) is not { } disconnectReason)
                continue;
            await _socket.SendCloseAsync(CloseCode.Resumable);
            return disconnectReason;
        }
    }

    // What cannot be read ends the connection rather than the shard.
    private DisconnectReason? Process(ReadOnlySpan<byte> payload)
    {
        try
        {
            return Process(GatewayFrame.Read(payload));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return new DisconnectReason($"a payload could not be read ({exception.Message})", BacksOff: true);
        }
    }

    private DisconnectReason? Process(GatewayFrame frame)
    {
        if (frame.Sequence is { } sequence)
            _session.SetSequence(sequence);
        switch ((Opcode)frame.Op)
        {
            case Opcode.Dispatch:
                _onEvent(frame);
                break;
            case Opcode.Hello:
                Hello(EventReader.ReadHeartbeatInterval(frame.Data));
                break;
            case Opcode.HeartbeatAck:
                _heartbeat.OnAcknowledged();
                break;
            case Opcode.Heartbeat:
                _ = _heartbeat.BeatAsync();
                break;
            case Opcode.Reconnect:
                return new DisconnectReason("Discord asks to reconnect");
            case Opcode.InvalidSession:
                return frame.Data.SequenceEqual("true"u8)
                    ? new DisconnectReason("the session must be resumed")
                    // Discord asks for a wait of one to five seconds before a new identify.
                    : new DisconnectReason(
                        "the session is no longer valid",
                        CanResume: false,
                        MinDelay: TimeSpan.FromMilliseconds(Random.Shared.Next(1000, 5000))
                    );
        }

        return null;
    }

    private void Hello(TimeSpan interval)
    {
        _handshake.CancelAfter(Timeout.InfiniteTimeSpan);
        _beating = BeatAsync(interval);

        // Beside the reading: an identify may have to wait for its turn, and heartbeats are answered meanwhile.
        _opening = _open(_socket, _over.Token);
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        await _heartbeat.RunAsync(interval, _over.Token);
        Zombie(_logger, _shard);
        await _socket.CloseAsync(CloseCode.Resumable);
    }

    private DisconnectReason OnTimeout()
    {
        var code = _socket.CloseCode;
        if (CloseCode.GetRefusal(code) is { } refusal)
            throw new GatewayRefusedException(refusal, code!.Value);
        return new DisconnectReason(
            code is not null ? $"the gateway closed with {code}"
                : _handshake.IsCancellationRequested ? "the gateway did not say hello"
                : "the connection was cut",
            !CloseCode.EndsSession(code),
            BacksOff: code == CloseCode.RateLimited
        );
    }

    [LoggerMessage(1, LogLevel.Information, "Shard {Shard}: heartbeat not acknowledged; reconnecting")]
    private static partial void Zombie(ILogger logger, int shard);
}
