using System.Net.WebSockets;
using AiNewsBot.Discord.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Gateway;

/// <summary>What one connection makes of a gateway that misbehaves.</summary>
public sealed class GatewayConnectionTests : IDisposable
{
    private const string Hello = """{"op":10,"d":{"heartbeat_interval":41250}}""";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Real time, for what shows nowhere else: that a timer has been set.</summary>
    private static readonly TimeSpan LastResort = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedGateway _gateway = new();
    private readonly GatewaySession _session = new();
    private readonly CancellationTokenSource _stopping = new();

    [Fact]
    public async Task Gateway_without_hello_is_left()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");
        await ScriptedGateway.ReceiveAsync(socket);

        var disconnectReason = await _time.TurnWhileOthersRunAsync(running, Step);

        Assert.Equal("the gateway did not say hello", disconnectReason.Reason);
        Assert.True(disconnectReason.CanResume);
    }

    [Fact]
    public async Task Broken_compression_ends_the_connection_and_keeps_the_session()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, [0x78, 0x9C, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
        var disconnectReason = await running;

        Assert.True(disconnectReason.CanResume);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"op":"ten"}""")]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10,"d":null}""")]
    public async Task Unreadable_payload_ends_the_connection_and_keeps_the_session(string payload)
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, payload);

        Assert.Equal("close 4000", await ScriptedGateway.ReceiveAsync(socket));
        Assert.True(await running is { CanResume: true, BacksOff: true });
    }

    [Fact]
    public async Task Reconnect_request_before_hello_is_followed()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, """{"op":7,"d":null}""");

        Assert.Equal("close 4000", await ScriptedGateway.ReceiveAsync(socket));
        Assert.True(await running is { CanResume: true, BacksOff: false });
    }

    [Fact]
    public async Task Invalid_session_is_left_at_once_and_restarted_after_a_wait()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, """{"op":9,"d":false}""");
        var disconnectReason = await running;

        Assert.False(disconnectReason.CanResume);
        Assert.InRange(disconnectReason.MinDelay.TotalSeconds, 1, 5);
    }

    [Fact]
    public async Task Heartbeats_are_sent_while_an_identify_waits()
    {
        var turn = new TaskCompletionSource();
        var running = RunAsync(open: (_, cancellationToken) => turn.Task.WaitAsync(cancellationToken));
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, Hello);
        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");

        Assert.Equal("""{"op":1,"d":null}""", await ScriptedGateway.ReceiveAsync(socket));
        await _stopping.CancelAsync();
        Assert.Equal("close 1000", await ScriptedGateway.ReceiveAsync(socket));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        Assert.Equal("stopped", (await running).Reason);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_gateway_that_does_not_close()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, Hello);
        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");
        await ScriptedGateway.ReceiveAsync(socket);

        await _stopping.CancelAsync();
        Assert.Equal("close 1000", await ScriptedGateway.ReceiveAsync(socket));
        var disconnectReason = await _time.TurnWhileOthersRunAsync(running, Step);

        Assert.Equal("stopped", disconnectReason.Reason);
    }

    [Fact]
    public async Task Gateway_without_heartbeat_acks_is_dropped_with_a_resumable_code()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, """{"op":0,"s":17,"t":"SOMETHING","d":{}}""");
        await ScriptedGateway.SendAsync(socket, Hello);

        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");
        Assert.Equal("""{"op":1,"d":17}""", await ScriptedGateway.ReceiveAsync(socket));

        // The first beat comes at a random moment of the interval, the second would come one later.
        _time.Advance(TimeSpan.FromSeconds(41.25));
        Assert.Equal("""{"op":1,"d":17}""", await ScriptedGateway.ReceiveAsync(socket));

        // Another beat on request shows that the one before is done with.
        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");
        await ScriptedGateway.ReceiveAsync(socket);
        var close = ScriptedGateway.ReceiveAsync(socket);
        do _time.Advance(TimeSpan.FromSeconds(41.25));
        while (await Task.WhenAny(close, Task.Delay(LastResort, TestContext.Current.CancellationToken)) != close);
        var disconnectReason = await _time.TurnWhileOthersRunAsync(running, Step);

        Assert.Equal("close 4000", await close);
        Assert.True(disconnectReason.CanResume);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _stopping.Dispose();
    }

    private async Task<DisconnectReason> RunAsync(Func<GatewaySocket, CancellationToken, Task>? open = null)
    {
        using var connection = new GatewayConnection(
            0,
            _session,
            open ?? ((_, _) => Task.CompletedTask),
            _ => { },
            _time,
            NullLogger.Instance
        );
        return await connection.RunAsync(_gateway.Url, "DiscordBot (test, 1)", _stopping.Token);
    }
}
