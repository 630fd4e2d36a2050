using System.Net;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace AiNewsBot.Discord.Tests.Gateway;

/// <summary>The way to the gateway: it is asked where that is, and how many shards are wanted.</summary>
public sealed class GatewayClientTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedGateway _gateway = new();
    private readonly CancellationTokenSource _stopping = new();

    [Fact]
    public async Task Token_that_is_refused_ends_the_program_with_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() =>
            Client(FakeHandler.Answer(HttpStatusCode.Unauthorized, """{"message":"401: Unauthorized"}""")).RunAsync(_stopping.Token)
        );

        Assert.Equal(401, refused.Code);
        Assert.Contains("copy it again", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "{}")]
    [InlineData(HttpStatusCode.OK, "{}")]
    public async Task Gateway_of_which_nothing_is_told_is_asked_for_again_until_the_program_stops(HttpStatusCode status, string body)
    {
        var (asked, twice) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var running = Client(() =>
            {
                if (++asked == 2)
                    twice.SetResult();
                return FakeHandler.Answer(status, body)();
            })
            .RunAsync(_stopping.Token);
        await _time.TurnWhileOthersRunAsync(Done(twice.Task), TimeSpan.FromMilliseconds(100));

        await _stopping.CancelAsync();

        await running.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Shards_are_as_many_as_Discord_recommends_and_their_guilds_are_known_when_they_are_ready()
    {
        var client = Client(Description(shards: 1));
        Assert.False(client.State.IsConnected);

        var running = client.RunAsync(_stopping.Token);
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, """{"op":10,"d":{"heartbeat_interval":41250}}""");
        Assert.Contains("\"shard\":[0,1]", await ScriptedGateway.ReceiveAsync(socket), StringComparison.Ordinal);
        Assert.False(client.Knows(new Snowflake(7)));
        await ScriptedGateway.SendAsync(
            socket,
            $$"""{"op":0,"s":1,"t":"READY","d":{"session_id":"s","resume_gateway_url":"{{_gateway.Url}}","guilds":[{"id":"7"}]} }"""
        );
        while (!client.State.IsConnected)
            await Task.Delay(1, TestContext.Current.CancellationToken);

        Assert.Equal([new Snowflake(7)], client.Guilds);
        Assert.True(client.Knows(new Snowflake(7)) && client.Knows(new Snowflake(1 << 22)));
        await _stopping.CancelAsync();
        await _time.TurnWhileOthersRunAsync(Done(running), TimeSpan.FromMilliseconds(100));
    }

    // What one shard is refused for, the others will be, too.
    [Fact]
    public async Task Shard_that_is_refused_ends_all()
    {
        var running = Client(Description(shards: 1)).RunAsync(_stopping.Token);
        using var socket = await _gateway.AcceptAsync();

        await socket.CloseOutputAsync((System.Net.WebSockets.WebSocketCloseStatus)4014, null, TestContext.Current.CancellationToken);

        Assert.Equal(4014, (await Assert.ThrowsAsync<GatewayRefusedException>(() => running)).Code);
    }

    [Fact]
    public async Task Process_with_a_range_runs_its_shards_of_the_total_alone()
    {
        var client = Client(
            Description(shards: 1),
            new DiscordOptions
            {
                Token = "secret",
                ShardCount = 4,
                Shards = 2..3,
            }
        );

        var running = client.RunAsync(_stopping.Token);
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, """{"op":10,"d":{"heartbeat_interval":41250}}""");

        Assert.Contains("\"shard\":[2,4]", await ScriptedGateway.ReceiveAsync(socket), StringComparison.Ordinal);
        Assert.Equal([2], client.State.Shards.Select(shard => shard.Id));
        await _stopping.CancelAsync();
        await _time.TurnWhileOthersRunAsync(Done(running), TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Shard_that_is_assigned_identifies_in_its_turn_and_ends_when_it_is_withdrawn()
    {
        var (turn, end) = (new TaskCompletionSource(), new CancellationTokenSource());
        var client = Client(
            Description(shards: 1),
            new DiscordOptions
            {
                Token = "secret",
                ShardCount = 4,
                AssignShards = (run, _) =>
                {
                    // Requests are spaced, and another one is to come.
                    _time.Advance(TimeSpan.FromSeconds(1));
                    return run(3, end.Token);
                },
                WaitForIdentifyTurn = (key, _) => key == 0 ? turn.Task : throw new InvalidOperationException($"key {key}"),
            }
        );

        var running = client.RunAsync(_stopping.Token);
        using var socket = await _gateway.AcceptAsync();
        await ScriptedGateway.SendAsync(socket, """{"op":10,"d":{"heartbeat_interval":41250}}""");
        var received = ScriptedGateway.ReceiveAsync(socket);
        Assert.False(received.IsCompleted);
        turn.SetResult();
        Assert.Contains("\"shard\":[3,4]", await received, StringComparison.Ordinal);
        Assert.Equal([3], client.State.Shards.Select(shard => shard.Id));
        await end.CancelAsync();
        await _time.TurnWhileOthersRunAsync(Done(running), TimeSpan.FromMilliseconds(100));

        Assert.Empty(client.State.Shards);
        end.Dispose();
    }

    [Fact]
    public void Token_appears_in_no_text_of_the_options() =>
        Assert.Equal(
            ("https://discord.com/api/v10, shards auto", "https://discord.com/api/v10, shards 3"),
            ($"{new DiscordOptions { Token = "secret" }}", $"{new DiscordOptions { Token = "secret", ShardCount = 3 }}")
        );

    public void Dispose()
    {
        _gateway.Dispose();
        _stopping.Dispose();
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }

    private Func<HttpResponseMessage> Description(int shards) =>
        FakeHandler.Answer(
            HttpStatusCode.OK,
            $$$"""
            {"url":"{{{_gateway.Url}}}","shards":{{{shards}}},
             "session_start_limit":{"total":1000,"remaining":1000,"reset_after":0,"max_concurrency":1}}
            """
        );

    private GatewayClient Client(Func<HttpResponseMessage> answer, DiscordOptions? options = null)
    {
        options ??= new DiscordOptions { Token = "secret" };
        var rest = new DiscordRest(options, _time, NullLogger<DiscordRest>.Instance, new FakeHandler(answer));
        return new GatewayClient(
            options,
            rest,
            new InteractionDispatcher(rest, Mock.Of<IInteractionHandler>(), _time, NullLogger<InteractionDispatcher>.Instance),
            _time,
            NullLogger<GatewayClient>.Instance
        );
    }
}
