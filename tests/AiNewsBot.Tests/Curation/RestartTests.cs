using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>What moderators did and wrote outlives the process, and the token by which it would have been answered.</summary>
public sealed class RestartTests
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly FakeDiscordOptions Discord = new() { IdentifyPace = TimeSpan.Zero };

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", "2024"), ("until", ""), ("source", Source), ("why", "The licence file says so")];

    [Fact]
    public async Task Edit_and_open_form_survive_a_restart()
    {
        var manager = Guilds.Manager();
        await using var bot = await RunningBot.StartAsync(Discord);
        await bot.Discord.As(manager).SubmitAsync((await OpenAsync(bot.Discord.As(manager))).FormId!, Fields("MIT"));
        var open = await OpenAsync(bot.Discord.As(manager));

        await using var next = await bot.RestartAsync();
        var user = next.Discord.As(manager);
        var answer = await user.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));
        var saved = await user.SubmitAsync(open.FormId!, Fields("BSD-3-Clause"));

        Assert.Contains("MIT", answer.Text);
        Assert.Contains("before: **MIT**", saved.Text);
        Assert.Contains("after: **BSD-3-Clause**", saved.Text);
    }

    [Fact]
    public async Task Refused_draft_is_offered_again_after_a_restart()
    {
        var manager = Guilds.Manager();
        await using var bot = await RunningBot.StartAsync(Discord);
        await bot
            .Discord.As(manager)
            .SubmitAsync((await OpenAsync(bot.Discord.As(manager))).FormId!, Fields("a licence that nobody knows"));

        await using var next = await bot.RestartAsync();
        var user = next.Discord.As(manager);
        var offered = await OpenAsync(user);
        var form = await user.PressAsync(offered.Buttons["Continue with it"]);
        var saved = await user.SubmitAsync(form.FormId!, Fields("MIT"));
        var after = await OpenAsync(user);

        Assert.Contains("that was not saved", offered.Text);
        Assert.Equal("a licence that nobody knows", form.Written["value"]);
        Assert.Contains("after: **MIT**", saved.Text);
        Assert.Equal("MIT", after.Written["value"]);
    }

    [Fact]
    public async Task Conflict_is_decided_after_a_restart()
    {
        var manager = Guilds.Manager();
        await using var bot = await RunningBot.StartAsync(Discord);
        var mine = await OpenAsync(bot.Discord.As(manager));
        var other = bot.Discord.As(Guilds.AlsoManages(manager));
        await other.SubmitAsync((await OpenAsync(other)).FormId!, Fields("BSD-3-Clause"));
        var conflict = await bot.Discord.As(manager).SubmitAsync(mine.FormId!, Fields("MIT"));

        await using var next = await bot.RestartAsync();
        var overwritten = await next.Discord.As(manager).PressAsync(conflict.Buttons["Overwrite"]);

        Assert.Contains("Another editor changed", conflict.Text);
        Assert.Contains("before: **BSD-3-Clause**", overwritten.Text);
        Assert.Contains("after: **MIT**", overwritten.Text);
    }

    [Fact]
    public async Task Draft_is_offered_again_after_its_token_expired()
    {
        var manager = Guilds.Manager();
        await using var bot = await RunningBot.StartAsync();
        bot.Expects("Answered a Form too late");
        var user = bot.Discord.As(manager);
        var form = await OpenAsync(user);
        bot.Discord.Rest.FailNext("POST", "/callback", 404, """{"message":"Unknown interaction","code":10062}""");
        var refusal = bot.Discord.Rest.Requests.NextAsync("the answer that comes too late", request => request.Status == 404);
        _ = user.SubmitAsync(form.FormId!, Fields("a licence that nobody knows"));
        await refusal;

        var offered = await OpenAsync(user);
        var again = await user.PressAsync(offered.Buttons["Continue with it"]);

        Assert.Contains("that was not saved", offered.Text);
        Assert.Equal("a licence that nobody knows", again.Written["value"]);
    }

    private static Task<SimulatedReply> OpenAsync(SimulatedUser user) =>
        user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
}
