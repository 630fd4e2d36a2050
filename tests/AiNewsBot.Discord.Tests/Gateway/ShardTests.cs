using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Discord.Tests.Gateway;

/// <summary>A shard over several connections: it identifies, resumes, and knows its guilds.</summary>
public sealed class ShardTests : IAsyncDisposable
{
    private const string Hello = """{"op":10,"d":{"heartbeat_interval":41250}}""";

    /// <summary>Real time, for what shows nowhere else: that a timer has been set.</summary>
    private static readonly TimeSpan LastResort = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedGateway _gateway = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Snowflake> _changed = [];
    private readonly Mock<IInteractionHandler> _handler = new();
    private readonly DiscordRest _rest;
    private readonly Shard _shard;
    private Task? _running;

    public ShardTests()
    {
        var options = new DiscordOptions { Token = "secret", Presence = "asks and answers" };
        _rest = new DiscordRest(
            options,
            _time,
            NullLogger<DiscordRest>.Instance,
            new FakeHandler(FakeHandler.Answer(HttpStatusCode.NoContent))
        );
        _shard = new Shard(
            1,
            4,
            options,
            _gateway.Url,
            new IdentifyLimiter(new GatewayInfo(_gateway.Url, 4, 1000, 1000, TimeSpan.FromHours(1), 1), _time, NullLogger.Instance),
            new InteractionDispatcher(_rest, _handler.Object, _time, NullLogger<InteractionDispatcher>.Instance),
            guild => _changed.Add(guild),
            _time,
            NullLogger.Instance
        );
    }

    [Fact]
    public async Task New_session_is_identified_with_token_intents_shard_and_presence()
    {
        using var socket = await ConnectAsync();

        using var identify = await OpeningAsync(socket);

        var data = identify.RootElement.GetProperty("d");
        Assert.Equal(
            (2, "secret", 1),
            (identify.RootElement.GetProperty("op").GetInt32(), Text(data, "token"), data.GetProperty("intents").GetInt32())
        );
        Assert.Equal([1, 4], data.GetProperty("shard").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal("AiNewsBot.Discord", Text(data.GetProperty("properties"), "browser"));
        var presence = data.GetProperty("presence");
        Assert.Equal(("online", JsonValueKind.Null), (Text(presence, "status"), presence.GetProperty("since").ValueKind));
        Assert.Equal(
            ("asks and answers", 4),
            (Text(presence.GetProperty("activities")[0], "state"), presence.GetProperty("activities")[0].GetProperty("type").GetInt32())
        );
    }

    [Fact]
    public async Task Session_that_was_cut_is_resumed_where_it_was_told_to()
    {
        using var resume = new ScriptedGateway();
        using (var socket = await ConnectAsync())
        {
            (await OpeningAsync(socket)).Dispose();
            await ReadyAsync(socket, resume.Url);
            await EventAsync(socket, 9, "GUILD_CREATE", """{"id":"30"}""");
            await UntilAsync(() => _shard.Status.Guilds == 3);
            socket.Abort();
        }

        using var again = await resume.AcceptAsync();
        using var resumed = await OpeningAsync(again);

        Assert.Equal(6, resumed.RootElement.GetProperty("op").GetInt32());
        var data = resumed.RootElement.GetProperty("d");
        Assert.Equal(("secret", "session", 9), (Text(data, "token"), Text(data, "session_id"), data.GetProperty("seq").GetInt64()));
        Assert.False(_shard.Status.IsReady);
        await EventAsync(again, 10, "RESUMED", "{}");
        await UntilAsync(() => _shard.Status.IsReady);
        Assert.Equal([10ul, 20ul, 30ul], _shard.Guilds.Order());
    }

    [Fact]
    public async Task Guilds_come_go_and_change_and_an_outage_is_no_farewell()
    {
        using var socket = await ConnectAsync();
        (await OpeningAsync(socket)).Dispose();
        await ReadyAsync(socket, _gateway.Url);

        await EventAsync(socket, 2, "GUILD_DELETE", """{"id":"10","unavailable":true}""");
        await EventAsync(socket, 3, "GUILD_DELETE", """{"id":"20"}""");
        await EventAsync(socket, 4, "GUILD_CREATE", """{"id":"30"}""");
        await EventAsync(socket, 5, "GUILD_UPDATE", """{"id":"10"}""");
        await EventAsync(socket, 6, "CHANNEL_UPDATE", """{"id":"7","guild_id":"10"}""");
        await EventAsync(socket, 7, "GUILD_ROLE_UPDATE", """{"guild_id":"30"}""");
        await EventAsync(socket, 8, "CHANNEL_CREATE", """{"id":"8"}""");
        await EventAsync(socket, 9, "CHANNEL_CREATE", """{"guild_id":7}""");
        await EventAsync(socket, 10, "GUILD_CREATE", """{"id":"40"}""");
        await UntilAsync(() => _shard.Guilds.Contains(40));

        Assert.Equal([10ul, 30ul, 40ul], _shard.Guilds.Order());
        Assert.Equal(["30", "10", "10", "30", "40"], _changed.Select(guild => guild.ToString()));
    }

    [Fact]
    public async Task Interaction_is_dispatched_and_one_that_cannot_be_read_ends_nothing()
    {
        var asked = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler
            .Setup(handler => handler.HandleAsync(It.IsAny<Interaction>(), It.IsAny<CancellationToken>()))
            .Returns(
                (Interaction interaction, CancellationToken _) =>
                {
                    asked.TrySetResult(interaction.Command);
                    return ValueTask.FromResult<InteractionReply>(new InteractionReply.Autocomplete([]));
                }
            );
        using var socket = await ConnectAsync();
        (await OpeningAsync(socket)).Dispose();
        await ReadyAsync(socket, _gateway.Url);

        await EventAsync(socket, 2, "INTERACTION_CREATE", """{"id":"1","type":99}""");
        await EventAsync(socket, 3, "INTERACTION_CREATE", """{"id":"nine","type":2}""");
        await EventAsync(
            socket,
            4,
            "INTERACTION_CREATE",
            """{"id":"1","application_id":"2","type":2,"token":"t","data":{"name":"ask","type":1}}"""
        );

        Assert.Equal("ask", await asked.Task.WaitAsync(TestContext.Current.CancellationToken));
        Assert.True(_shard.Status.IsReady);
    }

    [Fact]
    public async Task Session_that_is_over_is_identified_again_after_a_wait()
    {
        using (var socket = await ConnectAsync())
        {
            (await OpeningAsync(socket)).Dispose();
            await ReadyAsync(socket, _gateway.Url);
            await UntilAsync(() => _shard.Status.IsReady);
            await ScriptedGateway.SendAsync(socket, """{"op":9,"d":false}""");
            Assert.Equal("close 4000", await ScriptedGateway.ReceiveAsync(socket));
        }

        // Discord asks for a wait of up to five seconds, and for five between two identifies.
        var accepting = _gateway.AcceptAsync();
        do _time.Advance(TimeSpan.FromSeconds(6));
        while (await Task.WhenAny(accepting, Task.Delay(LastResort, TestContext.Current.CancellationToken)) != accepting);
        using var again = await accepting;
        await ScriptedGateway.SendAsync(again, Hello);
        using var identify = JsonDocument.Parse(await ScriptedGateway.ReceiveAsync(again));

        Assert.Equal(2, identify.RootElement.GetProperty("op").GetInt32());
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_running is not null)
            await _time.TurnWhileOthersRunAsync(Ended(_running), TimeSpan.FromMilliseconds(100));
        _gateway.Dispose();
        _rest.Dispose();
        _stopping.Dispose();
    }

    private static async Task<bool> Ended(Task task)
    {
        await task;
        return true;
    }

    private Task<WebSocket> ConnectAsync()
    {
        _running = _shard.RunAsync(_stopping.Token);
        return _gateway.AcceptAsync();
    }

    private static async Task<JsonDocument> OpeningAsync(WebSocket socket)
    {
        await ScriptedGateway.SendAsync(socket, Hello);
        return JsonDocument.Parse(await ScriptedGateway.ReceiveAsync(socket));
    }

    private static Task ReadyAsync(WebSocket socket, Uri resume) =>
        EventAsync(
            socket,
            1,
            "READY",
            $$"""{"v":10,"session_id":"session","resume_gateway_url":"{{resume}}","guilds":[{"id":"10","unavailable":true},{"id":"20"}]}"""
        );

    private static Task EventAsync(WebSocket socket, int sequence, string name, string data) =>
        ScriptedGateway.SendAsync(socket, $$"""{"op":0,"s":{{sequence}},"t":"{{name}}","d":{{data}}}""");

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
            await Task.Delay(1, TestContext.Current.CancellationToken);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
