using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text.Json;
using AiNewsBot.Discord.Interactions;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>
/// One shard: connects, identifies or resumes, beats, hands interactions on, and comes back after whatever happens to the connection. The
/// loop that reads never waits for a handler.
/// </summary>
internal sealed partial class Shard(
    int id, int count, DiscordOptions options, Uri gateway, IdentifyGate gate, InteractionDispatcher dispatcher, TimeProvider time, ILogger logger)
{
    private readonly HashSet<ulong> _guilds = [];
    private readonly TaskCompletionSource _identified = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _session;
    private Uri? _resumeUrl;
    private long? _sequence;
    private volatile bool _isReady;
    private Heartbeat? _heartbeat;
    private int _failures;

    /// <summary>Completes when it has identified for the first time: the next shard may begin.</summary>
    public Task Identified => _identified.Task;

    public ShardStatus Status => new(id, _isReady, _guilds.Count, _heartbeat?.LastAck);

    /// <summary>Runs until cancelled; then closes for good.</summary>
    /// <exception cref="GatewayRefusedException">Discord will not have this bot.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var ending = await ConnectAsync(cancellationToken);
            _isReady = false;
            if (cancellationToken.IsCancellationRequested)
                return;
            if (!ending.KeepsSession)
                (_session, _resumeUrl, _sequence) = (null, null, null);
            _failures = ending.BacksOff ? Math.Max(_failures, 2) + 1 : _failures + 1;

            // Coming back once is cheap; only what fails again and again waits.
            var wait = _failures > 1 ? Backoff.Delay(_failures - 1) : TimeSpan.Zero;
            Reconnects(logger, id, ending.Why, _session is null ? "identify" : "resume", wait);
            await DelayAsync(wait, cancellationToken);
        }
    }

    private async Task<Ending> ConnectAsync(CancellationToken cancellationToken)
    {
        using var socket = new GatewaySocket();
        try
        {
            await socket.ConnectAsync(_resumeUrl ?? gateway, options.UserAgent, cancellationToken);
        }
        catch (WebSocketException exception)
        {
            return new Ending(KeepsSession: true, BacksOff: false, $"the gateway cannot be reached ({exception.Message})");
        }
        catch (OperationCanceledException)
        {
            return Stopped;
        }

        using var connection = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var heartbeat = _heartbeat = new Heartbeat(socket, () => _sequence, time);
        var beating = Task.CompletedTask;
        try
        {
            var reading = ReadAsync(socket, heartbeat, interval => beating = BeatAsync(socket, heartbeat, interval, connection.Token), connection.Token);

            // A read that is cancelled kills the socket, which could then no longer close properly: so stopping closes, and closing ends the read.
            await using var stop = cancellationToken.UnsafeRegister(state => _ = ((GatewaySocket)state!).CloseAsync(CloseCode.Normal), socket);
            return await reading;
        }
        finally
        {
            await connection.CancelAsync();
            await beating;
        }
    }

    private async Task<Ending> ReadAsync(GatewaySocket socket, Heartbeat heartbeat, Action<TimeSpan> beat, CancellationToken cancellationToken)
    {
        while (true)
        {
            var payload = await socket.ReceiveAsync(CancellationToken.None);
            if (payload.IsEmpty)
                return cancellationToken.IsCancellationRequested ? Stopped : Lost(socket);
            var next = Process(payload.Span, socket, heartbeat, beat, cancellationToken);
            if (next is null)
                continue;
            var ending = await next;
            if (ending is null)
                continue;
            await socket.CloseAsync(CloseCode.Resumable);
            return ending;
        }
    }

    // Not async, so that the payload can be read where it lies.
    private Task<Ending?>? Process(ReadOnlySpan<byte> payload, GatewaySocket socket, Heartbeat heartbeat, Action<TimeSpan> beat, CancellationToken cancellationToken)
    {
        Frame frame;
        try
        {
            frame = Frame.Read(payload);
        }
        catch (JsonException exception)
        {
            return Task.FromResult<Ending?>(new Ending(KeepsSession: true, BacksOff: true, $"a payload could not be read ({exception.Message})"));
        }

        _sequence = frame.Sequence ?? _sequence;
        switch ((Opcode)frame.Op)
        {
            case Opcode.Dispatch:
                OnEvent(frame);
                return null;
            case Opcode.Hello:
                beat(EventReader.HeartbeatInterval(frame.Data));
                return OpenAsync(socket, cancellationToken);
            case Opcode.HeartbeatAck:
                heartbeat.Acknowledge();
                return null;
            case Opcode.Heartbeat:
                return Then(heartbeat.BeatAsync(cancellationToken));
            case Opcode.Reconnect:
                return Task.FromResult<Ending?>(new Ending(KeepsSession: true, BacksOff: false, "Discord asks to reconnect"));
            case Opcode.InvalidSession:
                return InvalidAsync(mayResume: frame.Data.SequenceEqual("true"u8), cancellationToken);
            default:
                return null;
        }
    }

    private void OnEvent(Frame frame)
    {
        switch (frame.Event)
        {
            case EventName.InteractionCreate:
                Dispatch(frame.Data);
                break;
            case EventName.Ready:
                (_session, _resumeUrl, var guilds) = EventReader.Ready(frame.Data);
                _guilds.Clear();
                _guilds.UnionWith(guilds);
                Connected("ready");
                break;
            case EventName.Resumed:
                Connected("resumed");
                break;
            case EventName.GuildCreate:
                _guilds.Add(EventReader.Guild(frame.Data).Id);
                break;
            case EventName.GuildDelete:
                // An outage of Discord's is no farewell.
                var (guild, isUnavailable) = EventReader.Guild(frame.Data);
                if (!isUnavailable)
                    _guilds.Remove(guild);
                break;
        }
    }

    private void Connected(string how)
    {
        (_failures, _isReady) = (0, true);
        Ready(logger, id, how, _guilds.Count);
    }

    private void Dispatch(ReadOnlySpan<byte> data)
    {
        var received = time.GetTimestamp();
        try
        {
            dispatcher.Dispatch(InteractionReader.Read(data), received);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            Unreadable(logger, exception, id);
        }
    }

    private async Task<Ending?> OpenAsync(GatewaySocket socket, CancellationToken cancellationToken)
    {
        if (_session is { } session && _sequence is { } sequence)
        {
            await socket.SendAsync(Opcode.Resume, json => SessionPayloads.WriteResume(json, options, session, sequence), cancellationToken);
            return null;
        }

        _sequence = null;
        try
        {
            await gate.WaitAsync(id, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        await socket.SendAsync(Opcode.Identify, json => SessionPayloads.WriteIdentify(json, options, id, count), cancellationToken);
        _identified.TrySetResult();
        return null;
    }

    // Discord asks for a wait of one to five seconds before a new identify.
    private async Task<Ending?> InvalidAsync(bool mayResume, CancellationToken cancellationToken)
    {
        if (!mayResume)
            await DelayAsync(TimeSpan.FromMilliseconds(1000 + RandomNumberGenerator.GetInt32(4000)), cancellationToken);
        return new Ending(mayResume, BacksOff: false, mayResume ? "the session is to be resumed anew" : "the session is no longer valid");
    }

    private async Task BeatAsync(GatewaySocket socket, Heartbeat heartbeat, TimeSpan interval, CancellationToken cancellationToken)
    {
        try
        {
            await heartbeat.RunAsync(interval, cancellationToken);
            Zombie(logger, id);
            await socket.CloseAsync(CloseCode.Resumable);
            socket.Abort();
        }
        catch (OperationCanceledException)
        {
            // The connection is over.
        }
    }

    private static Ending Lost(GatewaySocket socket)
    {
        var code = socket.CloseCode;
        if (CloseCode.Refusal(code) is { } refusal)
            throw new GatewayRefusedException(refusal, code!.Value);
        return new Ending(!CloseCode.EndsSession(code), code == CloseCode.RateLimited, code is null ? "the connection was cut" : $"the gateway closed with {code}");
    }

    private async Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Stopping: the loop sees it.
        }
    }

    private static async Task<Ending?> Then(Task task)
    {
        await task;
        return null;
    }

    private static Ending Stopped { get; } = new(KeepsSession: false, BacksOff: false, "stopped");

    [LoggerMessage(1, LogLevel.Information, "Shard {Shard} {How}, {Guilds} guilds")]
    private static partial void Ready(ILogger logger, int shard, string how, int guilds);

    [LoggerMessage(2, LogLevel.Information, "Shard {Shard}: {Why}; next: {Next}, in {Wait}")]
    private static partial void Reconnects(ILogger logger, int shard, string why, string next, TimeSpan wait);

    [LoggerMessage(3, LogLevel.Information, "Shard {Shard}: no answer to a heartbeat; the connection is dead")]
    private static partial void Zombie(ILogger logger, int shard);

    [LoggerMessage(4, LogLevel.Error, "Shard {Shard}: an interaction could not be read")]
    private static partial void Unreadable(ILogger logger, Exception exception, int shard);
}
