using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Tests.Curation;

/// <summary>Questions without an answer: people ask for one, and moderators clear many at once.</summary>
public sealed class UnansweredQueueTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private readonly SimulatedMember _manager = Guilds.Manager();

    [Fact]
    public async Task Question_that_moderators_were_told_of_comes_before_one_asked_more_often()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));
        for (var i = 0; i < 3; i++)
            await FactForm.AskAsync(member, "is muskbrain open source?");
        var unknown = await FactForm.AskAsync(member, "is zorblax-5 open source?");

        var told = await member.PressAsync(unknown.Buttons["Tell the moderators"]);
        var waiting = await bot.Discord.As(_manager).RunCommandAsync("fact unanswered");

        Assert.Contains("under /fact unanswered", told.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.True(told.IsPrivate);
        Assert.Contains("zorblax 5", waiting.Text);
        Assert.Contains("asked once, without an answer; moderators were told of it once", waiting.Text);
    }

    [Fact]
    public async Task Every_unknown_answer_in_a_server_offers_it_and_none_elsewhere()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));
        var direct = bot.Discord.As(Guilds.Manager() with { Guild = null });

        var unknown = await FactForm.AskAsync(member, "is grok 99 open source?");
        var version = await FactForm.AskAsync(member, "is the training data of midjourney v6 public?");
        var looked = await member.RunCommandAsync("model", ("name", "zorblax-6"));
        var alone = await FactForm.AskAsync(direct, "is zorblax-5 open source?");

        Assert.Contains("Tell the moderators", unknown.Buttons.Keys);
        Assert.Contains("Tell the moderators", version.Buttons.Keys);
        Assert.Contains("Tell the moderators", looked.Buttons.Keys);
        Assert.DoesNotContain("Tell the moderators", alone.Buttons.Keys);
    }

    [Fact]
    public async Task One_person_tells_them_of_so_many_within_an_hour()
    {
        await using var own = await RunningBot.StartAsync(settings: KeyValuePair.Create<string, string?>("Limits:UnansweredPerHour", "4"));
        var member = own.Discord.As(Guilds.Beside(_manager));
        var unknown = await FactForm.AskAsync(member, "is zorblax-5 open source?");

        string text = "";
        for (var i = 0; i < 5; i++)
            text = (await member.PressAsync(unknown.Buttons["Tell the moderators"])).Text;
        var waiting = await own.Discord.As(_manager).RunCommandAsync("fact unanswered");

        Assert.Contains("Please try again in", text);
        Assert.Contains("told of it 3 times", waiting.Text);
    }

    [Fact]
    public async Task Many_are_ignored_at_once()
    {
        var member = bot.Discord.As(Guilds.Beside(_manager));
        foreach (var name in new[] { "zorblax-1", "zorblax-2", "zorblax-3" })
            await FactForm.AskAsync(member, $"is {name} open source?");
        var moderator = bot.Discord.As(_manager);
        var waiting = await moderator.RunCommandAsync("fact unanswered");

        var left = await moderator.ChooseAsync(
            waiting.MenuId!,
            waiting.Options["is zorblax 1 open source"],
            waiting.Options["is zorblax 2 open source"]
        );

        Assert.Equal(3, waiting.Options.Count);
        Assert.Contains("Ignored 2 questions", left.Text);
        Assert.Contains("zorblax 3", left.Text);
        Assert.Single(left.Options);
    }

    [Fact]
    public async Task Question_of_another_server_is_not_ignored_by_its_number()
    {
        await FactForm.AskAsync(bot.Discord.As(_manager), "is zorblax-7 open source?");
        var waiting = await bot.Discord.As(_manager).RunCommandAsync("fact unanswered");

        await bot.Discord.As(Guilds.Manager()).ChooseAsync(waiting.MenuId!, [.. waiting.Options.Values]);

        Assert.Contains("zorblax 7", (await bot.Discord.As(_manager).RunCommandAsync("fact unanswered")).Text);
    }
}
