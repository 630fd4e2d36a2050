using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>The API's bad moments.</summary>
public sealed class RestFaultTests
{
    private const string RateLimited = """{"message":"You are being rate limited.","retry_after":0.2,"global":false}""";

    [Fact]
    public async Task Commands_are_registered_after_a_429()
    {
        await using var bot = (
            await RunningBot.StartAsync(prepare: discord => discord.Rest.FailNext("PUT", "/commands", 429, RateLimited, retryAfter: 0.1))
        ).Expects("Rate limited");

        await bot.Discord.Rest.Requests.ReachAsync(5, "the commands to be registered");

        Assert.Contains("\"ask\"", bot.Discord.Rest.Commands);
    }

    [Fact]
    public async Task Commands_are_registered_after_a_502()
    {
        await using var bot = (await RunningBot.StartAsync(prepare: discord => discord.Rest.FailNext("PUT", "/commands", 502))).Expects(
            "502"
        );

        await bot.Discord.Rest.Requests.ReachAsync(5, "the commands to be registered");

        Assert.Contains("\"ask\"", bot.Discord.Rest.Commands);
    }

    [Fact]
    public async Task Answer_is_sent_again_after_a_503()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Discord.Rest.FailNext("POST", "/callback", 503);

        var reply = await bot.Discord.RunCommandAsync("help");

        Assert.NotEmpty(reply.Text);
    }

    [Fact]
    public async Task Answer_that_failed_after_taking_effect_counts_as_sent()
    {
        await using var bot = await RunningBot.StartAsync();
        bot.Discord.Rest.FailNext("POST", "/callback", 503, applies: true);
        var second = bot.Discord.Rest.Requests.NextAsync("the answer to be sent again", request => request.Status == 400);

        var reply = await bot.Discord.RunCommandAsync("help");
        await second;

        // Discord says "already acknowledged", which is what was wanted: nothing is logged (the harness would fail).
        Assert.NotEmpty(reply.Text);
    }

    [Fact]
    public async Task Slow_registration_delays_no_answer()
    {
        IDisposable? held = null;
        await using var bot = await RunningBot.StartAsync(prepare: discord => held = discord.Rest.Hold("/commands"));

        var reply = await bot.Discord.RunCommandAsync("help");
        held!.Dispose();

        Assert.NotEmpty(reply.Text);
    }
}
