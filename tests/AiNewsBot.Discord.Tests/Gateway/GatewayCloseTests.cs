using System.Net.WebSockets;
using AiNewsBot.Discord.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Gateway;

/// <summary>What becomes of a session when the gateway closes or asks for something, code by code.</summary>
public sealed class GatewayCloseTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedGateway _gateway = new();
    private readonly GatewaySession _session = new();
    private readonly List<string> _events = [];

    // Of Discord's table of close codes: after one that ends the session the shard identifies, after the others it resumes.
    [Theory]
    [InlineData(4000, true, false)]
    [InlineData(4001, true, false)]
    [InlineData(4002, true, false)]
    [InlineData(4003, true, false)]
    [InlineData(4005, true, false)]
    [InlineData(4007, false, false)]
    [InlineData(4008, true, true)]
    [InlineData(4009, false, false)]
    [InlineData(1000, false, false)]
    [InlineData(1001, true, false)]
    public async Task Close_code_tells_whether_to_resume_and_whether_to_wait(int code, bool canResume, bool backsOff)
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, TestContext.Current.CancellationToken);

        Assert.Equal(new DisconnectReason($"the gateway closed with {code}", canResume, backsOff), await running);
    }

    [Theory]
    [InlineData(4004, "the token")]
    [InlineData(4010, "the shard")]
    [InlineData(4011, "more shards")]
    [InlineData(4012, "this version")]
    [InlineData(4013, "the intents as invalid")]
    [InlineData(4014, "enable them on the Bot page")]
    public async Task Close_code_that_no_reconnect_mends_ends_the_program_with_what_to_do(int code, string what)
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => running);

        Assert.Equal(code, refused.Code);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith($"({code}).", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_connection_is_resumed()
    {
        var running = RunAsync();
        using (var socket = await _gateway.AcceptAsync())
            socket.Abort();

        Assert.Equal(new DisconnectReason("the connection was cut"), await running);
    }

    [Fact]
    public async Task Gateway_that_cannot_be_reached_is_tried_again()
    {
        var url = _gateway.Url;
        _gateway.Dispose();

        var reason = await RunAsync(url);

        Assert.StartsWith("the gateway cannot be reached (", reason.Reason, StringComparison.Ordinal);
        Assert.True(reason.CanResume);
    }

    [Fact]
    public async Task Session_that_may_be_resumed_is_left_with_a_resumable_code()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, """{"op":9,"d":true}""");

        Assert.Equal("close 4000", await ScriptedGateway.ReceiveAsync(socket));
        Assert.Equal(new DisconnectReason("the session must be resumed"), await running);
    }

    [Fact]
    public async Task Events_are_handed_on_with_their_sequence_and_unknown_opcodes_are_passed_over()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, """{"op":0,"s":5,"t":"READY","d":{"a":1}}""");
        await ScriptedGateway.SendAsync(socket, """{"op":42,"s":null,"t":null,"d":null}""");
        await ScriptedGateway.SendAsync(socket, """{"op":0,"s":6,"t":"TYPING_START","d":{}}""");
        await ScriptedGateway.SendAsync(socket, """{"op":7,"d":null}""");
        await running;

        Assert.Equal(["""READY {"a":1}""", " {}"], _events);
        Assert.Equal(6, _session.Sequence);
    }

    [Fact]
    public async Task Heartbeat_before_any_event_has_no_number_and_its_answer_is_dated()
    {
        using var connection = Connection();
        var running = connection.RunAsync(_gateway.Url, "DiscordBot (test, 1)", TestContext.Current.CancellationToken);
        using var socket = await _gateway.AcceptAsync();
        Assert.Null(connection.Heartbeat.LastAck);

        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":null}""", await ScriptedGateway.ReceiveAsync(socket));
        await ScriptedGateway.SendAsync(socket, """{"op":11}""");
        await ScriptedGateway.SendAsync(socket, """{"op":7,"d":null}""");
        await running;

        Assert.Equal(_time.GetUtcNow(), connection.Heartbeat.LastAck);
    }

    [Fact]
    public void Session_can_be_resumed_once_it_has_an_id_and_a_number()
    {
        Assert.False(_session.CanResume);
        _session.Begin("s", new Uri("wss://resume.example/"));
        Assert.False(_session.CanResume);
        _session.SetSequence(0);
        Assert.True(_session.CanResume);
        _session.Reset();
        Assert.Equal((false, null, null, null), (_session.CanResume, _session.Id, _session.ResumeUrl, _session.Sequence));
    }

    public void Dispose() => _gateway.Dispose();

    private GatewayConnection Connection() =>
        new(
            0,
            _session,
            (_, _) => Task.CompletedTask,
            frame => _events.Add($"{frame.Event} {System.Text.Encoding.UTF8.GetString(frame.Data)}"),
            _time,
            NullLogger.Instance
        );

    private async Task<DisconnectReason> RunAsync(Uri? url = null)
    {
        using var connection = Connection();
        return await connection.RunAsync(url ?? _gateway.Url, "DiscordBot (test, 1)", TestContext.Current.CancellationToken);
    }
}
