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
    public async Task A_gateway_that_never_says_hello_is_left()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, """{"op":1,"d":null}""");
        await ScriptedGateway.ReceiveAsync(socket);

        var ending = await _time.TurnWhileOthersRunAsync(running, Step);

        Assert.Equal("the gateway did not say hello", ending.Why);
        Assert.True(ending.KeepsSession);
    }

    [Fact]
    public async Task Broken_compression_ends_the_connection_and_leaves_the_session()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, [0x78, 0x9C, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF]);
        var ending = await running;

        Assert.True(ending.KeepsSession);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("""{"op":"ten"}""")]
    [InlineData("""{"op":10,"d":{}}""")]
    [InlineData("""{"op":10,"d":null}""")]
    public async Task A_payload_that_cannot_be_read_ends_the_connection_and_leaves_the_session(string payload)
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, payload);

        Assert.Equal("close 4000", await ScriptedGateway.ReceiveAsync(socket));
        Assert.True(await running is { KeepsSession: true, BacksOff: true });
    }

    [Fact]
    public async Task A_request_to_reconnect_is_followed_before_the_hello_too()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, """{"op":7,"d":null}""");

        Assert.Equal("close 4000", await ScriptedGateway.ReceiveAsync(socket));
        Assert.True(await running is { KeepsSession: true, BacksOff: false });
    }

    [Fact]
    public async Task An_invalid_session_is_left_at_once_and_begun_anew_after_a_wait()
    {
        var running = RunAsync();
        using var socket = await _gateway.AcceptAsync();

        await ScriptedGateway.SendAsync(socket, """{"op":9,"d":false}""");
        var ending = await running;

        Assert.False(ending.KeepsSession);
        Assert.InRange(ending.AtLeast.TotalSeconds, 1, 5);
    }

    [Fact]
    public async Task Heartbeats_are_answered_while_an_identify_waits_for_its_turn()
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
        Assert.Equal("stopped", (await running).Why);
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
        var ending = await _time.TurnWhileOthersRunAsync(running, Step);

        Assert.Equal("stopped", ending.Why);
    }

    [Fact]
    public async Task A_gateway_that_answers_no_heartbeat_is_dropped_by_a_code_that_keeps_the_session()
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
        do
            _time.Advance(TimeSpan.FromSeconds(41.25));
        while (await Task.WhenAny(close, Task.Delay(LastResort, TestContext.Current.CancellationToken)) != close);
        var ending = await _time.TurnWhileOthersRunAsync(running, Step);

        Assert.Equal("close 4000", await close);
        Assert.True(ending.KeepsSession);
    }

    public void Dispose()
    {
        _gateway.Dispose();
        _stopping.Dispose();
    }

    private async Task<Ending> RunAsync(Func<GatewaySocket, CancellationToken, Task>? open = null)
    {
        using var connection = new GatewayConnection(0, _session, open ?? ((_, _) => Task.CompletedTask), _ => { }, _time, NullLogger.Instance);
        return await connection.RunAsync(_gateway.Url, "DiscordBot (test, 1)", _stopping.Token);
    }
}
