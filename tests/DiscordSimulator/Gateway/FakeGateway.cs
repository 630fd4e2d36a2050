using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DiscordSimulator.Gateway;

/// <summary>The gateway: hello, heartbeats, identify, resume with replay, and every way in which it can fail a client.</summary>
public sealed class FakeGateway
{
    private readonly FakeDiscordOptions _options;
    private readonly Violations _violations;
    private readonly ConcurrentDictionary<string, Session> _sessions = new();
    private readonly ConcurrentDictionary<Connection, byte> _connections = new();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _lastIdentify = new();
    private volatile bool _acknowledges = true;
    private int _refusal;
    private int _begun;

    internal FakeGateway(FakeDiscordOptions options, Violations violations) => (_options, _violations) = (options, violations);

    /// <summary>Identifies that came in.</summary>
    public EventLog<IdentifyRecord> Identifies { get; } = new();

    /// <summary>Ids of sessions that were resumed.</summary>
    public EventLog<string> Resumes { get; } = new();

    /// <summary>Heartbeats that came in, by their sequence number; -1 for none.</summary>
    public EventLog<long> Heartbeats { get; } = new();

    /// <summary>Codes with which the client closed; 0 where it cut the connection.</summary>
    public EventLog<int> Closes { get; } = new();

    /// <summary>Sessions that are ready to get events.</summary>
    public EventLog<int> Readies { get; } = new();

    /// <summary>Asks every connection to reconnect (op 7).</summary>
    public void RequestReconnect() => All(connection => connection.Send("""{"op":7,"d":null}"""));

    /// <summary>Asks for a heartbeat at once (op 1).</summary>
    public void RequestHeartbeat() => All(connection => connection.Send("""{"op":1,"d":null}"""));

    /// <summary>Declares sessions invalid (op 9).</summary>
    public void Invalidate(bool mayResume)
    {
        if (!mayResume)
            _sessions.Clear();
        All(connection => connection.Send($$"""{"op":9,"d":{{(mayResume ? "true" : "false")}}}"""));
    }

    /// <summary>Closes every connection with a code.</summary>
    public void Close(int code)
    {
        if (code is 4007 or 4009)
            _sessions.Clear();
        All(connection => connection.Close(code));
    }

    /// <summary>Cuts every connection without a word.</summary>
    public void Cut() => All(connection => connection.Abort());

    /// <summary>Leaves heartbeats without an answer, until told otherwise.</summary>
    public void Acknowledge(bool answers) => _acknowledges = answers;

    /// <summary>Answers identifies with a close code; 0 to take them again.</summary>
    public void RefuseIdentifies(int code) => Volatile.Write(ref _refusal, code);

    /// <summary>Sends an event to the shard of a guild: to its latest session, for those before it are of processes that died.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="data">Its body, as JSON.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="leaves">Called when it is handed to the connection; not when the client is away.</param>
    public void Dispatch(string name, string data, int shard = 0, Action? leaves = null)
    {
        var session =
            _sessions.Values.Where(one => one.Shard == shard).MaxBy(one => one.Number)
            ?? throw new InvalidOperationException($"no session of shard {shard} to dispatch {name} to");
        session.Dispatch(name, data, leaves);
    }

    internal async Task ServeAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (http.Request.Headers.UserAgent.Count == 0)
            _violations.Add("a gateway connection without a User-Agent");
        if (http.Request.Query["v"] != "10" || http.Request.Query["encoding"] != "json")
            _violations.Add($"a gateway connection with the query {http.Request.QueryString}");
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var connection = new Connection(socket, http.Request.Query["compress"] == "zlib-stream", http.Abort);
        using var ended = new CancellationTokenSource();
        _connections[connection] = 0;
        var pump = connection.PumpAsync(ended.Token);
        connection.Send($$$"""{"op":10,"d":{"heartbeat_interval":{{{(int)_options.HeartbeatInterval.TotalMilliseconds}}}}}""");
        try
        {
            await ReadAsync(connection);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            connection.Session?.Detach(connection);
            await ended.CancelAsync();
            await pump;
        }
    }

    private async Task ReadAsync(Connection connection)
    {
        var buffer = new byte[8 * 1024];
        while (true)
        {
            ValueWebSocketReceiveResult result;
            try
            {
                result = await connection.Socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
            {
                Closes.Add(0);
                return;
            }

            if (result.MessageType == WebSocketMessageType.Close)
            {
                Closed(connection, (int?)connection.Socket.CloseStatus ?? 0);
                return;
            }

            if (result.Count > 4096 || !result.EndOfMessage)
                _violations.Add("a gateway payload of more than 4096 bytes");
            using var payload = JsonDocument.Parse(Encoding.UTF8.GetString(buffer, 0, result.Count));
            Handle(connection, payload.RootElement);
        }
    }

    private void Closed(Connection connection, int code)
    {
        // 1000 and 1001 end the session; other codes leave it to be resumed.
        if (code is 1000 or 1001 && connection.Session is { } session)
            _sessions.TryRemove(session.Id, out _);
        Closes.Add(code);
        if (connection.Socket.State == WebSocketState.CloseReceived)
            connection.Close(code == 0 ? 1000 : code);
    }

    private void Handle(Connection connection, JsonElement payload)
    {
        var data = payload.GetProperty("d");
        switch (payload.GetProperty("op").GetInt32())
        {
            case 1:
                Heartbeats.Add(data.ValueKind == JsonValueKind.Number ? data.GetInt64() : -1);
                if (_acknowledges)
                    connection.Send("""{"op":11}""");
                break;
            case 2:
                Identify(connection, data);
                break;
            case 6:
                Resume(connection, data);
                break;
            case var op:
                _violations.Add($"a gateway payload with op {op}");
                break;
        }
    }

    private void Identify(Connection connection, JsonElement data)
    {
        var shard = data.TryGetProperty("shard", out var pair) ? pair[0].GetInt32() : 0;
        var shards = data.TryGetProperty("shard", out pair) ? pair[1].GetInt32() : 1;
        var now = _options.Time.GetUtcNow();
        var key = shard % _options.MaxConcurrency;
        Identifies.Add(new IdentifyRecord(shard, shards, now));
        if (data.GetProperty("token").GetString() != _options.Token)
        {
            connection.Close(4004);
            return;
        }

        if (Volatile.Read(ref _refusal) is not 0 and var refusal)
        {
            connection.Close(refusal);
            return;
        }

        foreach (var required in (string[])["intents", "properties"])
        {
            if (!data.TryGetProperty(required, out _))
                _violations.Add($"an identify without {required}");
        }

        if (_lastIdentify.TryGetValue(key, out var last) && now - last < _options.IdentifyPace)
        {
            _violations.Add($"shard {shard} identified {(now - last).TotalSeconds:0.00} s after the one before");
            connection.Send("""{"op":9,"d":false}""");
            return;
        }

        _lastIdentify[key] = now;
        var session = new Session(Guid.NewGuid().ToString("N"), shard, Interlocked.Increment(ref _begun), _options.Remembers);
        _sessions[session.Id] = session;
        connection.Session = session;
        session.Attach(connection);
        session.Dispatch("READY", Payloads.Ready(session.Id, ResumeUrl, shard, shards, _options));
        foreach (var guild in Payloads.Guilds(shard, shards, _options))
            session.Dispatch("GUILD_CREATE", Payloads.Guild(guild, _options));
        Readies.Add(shard);
    }

    private void Resume(Connection connection, JsonElement data)
    {
        if (data.GetProperty("token").GetString() != _options.Token)
        {
            connection.Close(4004);
            return;
        }

        if (!_sessions.TryGetValue(data.GetProperty("session_id").GetString()!, out var session))
        {
            connection.Send("""{"op":9,"d":false}""");
            return;
        }

        connection.Session = session;
        session.Resume(connection, data.GetProperty("seq").GetInt32());
        session.Dispatch("RESUMED", "{}");
        Resumes.Add(session.Id);
    }

    internal string ResumeUrl { get; set; } = "";

    private void All(Action<Connection> act)
    {
        foreach (var connection in _connections.Keys)
            act(connection);
    }
}
