using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Gateway;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Users get their answers after any disconnection.</summary>
public sealed class DroppedConnectionTests
{
    public static TheoryData<string> Resumable { get; } =
        new("a request to reconnect", "a cut", "close 4000", "an invalid session that may be resumed");

    [Theory]
    [MemberData(nameof(Resumable))]
    public async Task Session_is_resumed_after(string drop)
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        Drop(bot.Discord.Gateway, drop);
        await bot.Discord.Gateway.Resumes.ReachAsync(1, "the session to be resumed");
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        Assert.Contains("open weights", reply.Text);
        Assert.Equal(1, bot.Discord.Gateway.Identifies.Count);
    }

    [Fact]
    public async Task Interaction_missed_while_disconnected_is_replayed_and_answered_in_time()
    {
        await using var bot = await RunningBot.StartAsync();

        bot.Discord.Gateway.Cut();
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        Assert.Contains("open weights", reply.Text);
        Assert.True(reply.Elapsed < TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData("close 4009")]
    [InlineData("an invalid session")]
    public async Task New_session_is_paced_after(string drop)
    {
        await using var bot = await RunningBot.StartAsync();

        Drop(bot.Discord.Gateway, drop);
        await bot.Discord.Gateway.Readies.ReachAsync(2, "a new session");
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        Assert.Contains("open weights", reply.Text);
        Assert.Equal(0, bot.Discord.Gateway.Resumes.Count);
    }

    [Fact]
    public async Task Connection_with_unanswered_heartbeats_is_dropped_and_resumed()
    {
        await using var bot = await RunningBot.StartAsync(new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromMilliseconds(300) });
        var closed = bot.Discord.Gateway.Closes.NextAsync("the connection to be dropped");

        bot.Discord.Gateway.Acknowledge(false);
        var code = await closed;
        bot.Discord.Gateway.Acknowledge(true);
        await bot.Discord.Gateway.Resumes.ReachAsync(1, "the session to be resumed");

        // 1000 and 1001 would end the session.
        Assert.DoesNotContain(code, (int[])[1000, 1001]);
    }

    [Fact]
    public async Task Heartbeat_request_is_answered_at_once()
    {
        await using var bot = await RunningBot.StartAsync();
        var beat = bot.Discord.Gateway.Heartbeats.NextAsync("a heartbeat");

        bot.Discord.Gateway.RequestHeartbeat();

        Assert.True(await beat > 0);
    }

    [Fact]
    public async Task Reconnecting_registers_no_commands_when_nothing_changed()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Discord.RunCommandAsync("help");

        bot.Discord.Gateway.Close(4009);
        await bot.Discord.Gateway.Readies.ReachAsync(2, "a new session");
        await bot.Discord.RunCommandAsync("help");

        Assert.Single(bot.Discord.Rest.Requests.All, request => request.Method == "PUT");
    }

    [Fact]
    public async Task Stopping_closes_the_session()
    {
        await using var bot = await RunningBot.StartAsync();

        await bot.StopAsync();

        Assert.Equal([1000], bot.Discord.Gateway.Closes.All);
    }

    [Fact]
    public async Task Two_shards_identify_in_order_and_become_ready()
    {
        await using var bot = await RunningBot.StartAsync(new FakeDiscordOptions { Shards = 2, Guilds = 4 });

        Assert.Equal([0, 1], bot.Discord.Gateway.Identifies.All.Select(identify => identify.Shard));
        Assert.All(bot.Discord.Gateway.Identifies.All, identify => Assert.Equal(2, identify.Shards));
    }

    private static void Drop(FakeGateway gateway, string how)
    {
        switch (how)
        {
            case "a request to reconnect":
                gateway.RequestReconnect();
                break;
            case "a cut":
                gateway.Cut();
                break;
            case "close 4000":
                gateway.Close(4000);
                break;
            case "close 4009":
                gateway.Close(4009);
                break;
            case "an invalid session that may be resumed":
                gateway.Invalidate(mayResume: true);
                break;
            case "an invalid session":
                gateway.Invalidate(mayResume: false);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(how), how, "no such fault");
        }
    }
}
