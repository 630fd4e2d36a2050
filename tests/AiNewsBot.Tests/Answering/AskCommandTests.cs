using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Answering;

public sealed class AskCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Question_about_a_family_gets_a_card_with_the_split_and_its_sources()
    {
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is grok open source"));

        Assert.Equal(4, reply.Type);
        Assert.False(reply.IsPrivate);
        Assert.Contains("It depends on the release: Grok is mixed.", reply.Text);
        Assert.Contains("🔵 **Grok-1**: open weights since 2024-03-17, Apache-2.0", reply.Text);
        Assert.Contains("https://github.com/xai-org/grok-1", reply.Text);
        Assert.NotNull(reply.AccentColor);
        Assert.Contains(
            "Elon Musk promised on 2025-08-23 to open source Grok 3",
            (await bot.Discord.PressAsync(reply.Buttons["More"])).Text
        );
    }

    [Fact]
    public async Task Private_answer_is_ephemeral()
    {
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"), ("private", true));

        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task Refusal_is_ephemeral_and_offers_known_names()
    {
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is llama 9 open source"));

        Assert.True(reply.IsPrivate);
        Assert.Contains("I don't know Llama 9", reply.Text);
        Assert.Contains("Llama 4", reply.Buttons.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("🤖🤖🤖")]
    [InlineData("\u0000\u0001\u0007")]
    [InlineData("@everyone <@&123> **[x](https://evil.example)** ```` || <:a:1>")]
    [InlineData("'; DROP TABLE statements; --")]
    [InlineData("\" OR 1=1 NEAR(\"")]
    public async Task Nonsense_gets_a_polite_refusal(string question)
    {
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", question));

        Assert.True(reply.IsPrivate);
        Assert.NotEmpty(reply.Text);
    }

    [Fact]
    public async Task Question_of_six_thousand_characters_gets_a_polite_refusal()
    {
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", new string('x', 6000)));

        Assert.Contains("too long", reply.Text);
        Assert.True(reply.IsPrivate);
    }

    [Fact]
    public async Task Quoted_question_is_escaped_and_mentions_no_one()
    {
        var reply = await bot.Discord.RunCommandAsync("ask", ("question", "is @everyone <@1> [grok-1](https://evil.example) open source"));

        Assert.DoesNotContain("@everyone", reply.Text.Replace("\\@everyone", "", StringComparison.Ordinal));
        Assert.DoesNotContain("](https://evil.example)", reply.Text);
    }

    [Fact]
    public async Task Buttons_below_an_answer_open_its_timeline_and_its_licence()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        var timeline = await bot.Discord.PressAsync(answer.Buttons["Timeline"]);
        var licence = await bot.Discord.PressAsync(answer.Buttons["Licence"]);

        Assert.Contains(
            "2024\\-03\\-17".Replace("\\", "", StringComparison.Ordinal),
            timeline.Text.Replace("\\", "", StringComparison.Ordinal)
        );
        Assert.Contains("Apache License 2.0", licence.Text);
        Assert.True(timeline.IsPrivate);
    }

    [Fact]
    public async Task Buttons_work_in_a_bot_that_did_not_send_the_answer()
    {
        IReadOnlyDictionary<string, string> buttons;
        await using (var before = await RunningBot.StartAsync())
            buttons = (await before.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"))).Buttons;

        await using var after = await RunningBot.StartAsync();
        var (timeline, licence) = (await after.Discord.PressAsync(buttons["Timeline"]), await after.Discord.PressAsync(buttons["Licence"]));

        Assert.Contains("What is known of Grok", timeline.Text);
        Assert.Contains("Apache License 2.0", licence.Text);
        Assert.Superset(new HashSet<string> { "Compare", "More" }, buttons.Keys.ToHashSet());
    }

    [Theory]
    [InlineData("timeline:no-such-model")]
    [InlineData("model:")]
    public async Task Button_for_a_removed_subject_says_so(string id)
    {
        var reply = await bot.Discord.PressAsync(id);

        Assert.Contains("no longer known", reply.Text);
    }
}
