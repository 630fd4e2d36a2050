using AiNewsBot.Tests.Harness;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Answering;

/// <summary>What people see who ask, look closer, and pass an answer on.</summary>
public sealed class CardConversationTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const int MaxLines = 12;

    [Theory]
    [InlineData("is grok-1 open source")]
    [InlineData("is grok open source")]
    [InlineData("is openai open source")]
    [InlineData("is llama 3 open source")]
    [InlineData("what are the restrictions of llama 3")]
    [InlineData("can i use falcon commercially")]
    [InlineData("compare grok-1, llama 3 and olmo 2")]
    public async Task An_answer_takes_twelve_lines_and_five_buttons_at_most(string question)
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", question));

        Assert.InRange(answer.Text.Split('\n').Length, 2, MaxLines);
        Assert.InRange(answer.Buttons.Count, 1, 5);
    }

    [Fact]
    public async Task An_answer_offers_its_timeline_licence_comparison_and_more()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        Assert.Equal(["Timeline", "Licence", "Compare", "More"], answer.Buttons.Keys);
    }

    [Fact]
    public async Task Two_sources_are_shown_and_all_of_them_behind_more_with_a_way_to_report_a_mistake()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        var more = await bot.Discord.PressAsync(answer.Buttons["More"]);

        Assert.Equal(2, Sources(answer.Text));
        Assert.Contains("more source", answer.Text);
        Assert.True(Sources(more.Text) > 2);
        Assert.True(more.IsPrivate);
        Assert.Equal(["Useful", "Wrong", "Report a mistake"], more.Buttons.Keys);
    }

    [Fact]
    public async Task More_on_a_model_that_was_looked_up_works_without_a_question()
    {
        var card = await bot.Discord.RunCommandAsync("model", ("name", "grok-1"));

        var more = await bot.Discord.PressAsync(card.Buttons["More"]);

        Assert.Contains("Grok-1 is open weights", Plain(more));
    }

    [Fact]
    public async Task More_on_a_model_that_is_gone_says_so() =>
        Assert.Contains("no longer known", (await bot.Discord.PressAsync("more:s:no-such-model")).Text);

    [Fact]
    public async Task An_answer_that_one_person_sees_can_be_shared()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"), ("private", true));

        var shared = await bot.Discord.PressAsync(answer.Buttons["Share"]);

        Assert.Equal(["Timeline", "Licence", "Compare", "More", "Share"], answer.Buttons.Keys);
        Assert.True(answer.IsPrivate);
        Assert.False(shared.IsPrivate);
        Assert.Contains("Grok-1 is open weights", Plain(shared));
    }

    [Fact]
    public async Task A_model_that_is_looked_up_shows_its_maker_dates_and_components()
    {
        var card = Plain(await bot.Discord.RunCommandAsync("model", ("name", "grok-1")));

        Assert.Contains("**Maker**: xAI", card);
        Assert.Contains("**Dates**: announced 2023-11-04, weights 2024-03-17", card);
        Assert.Contains("✅ **public**: ", card);
        Assert.Contains("❌ **not public**: ", card);
        Assert.Contains("training code", card);
    }

    [Fact]
    public async Task More_users_than_the_licence_allows_is_a_no_that_says_why()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "can i use llama 3 commercially with 800 million users"));

        Assert.Contains("**No, not without a licence from Meta: you have more than 700 million users.**", Plain(answer));
    }

    [Fact]
    public async Task Assertion_is_answered_by_yes_or_no_first()
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", "my boss says llama 3 is open source, is he right?"));

        Assert.Contains("**🟡 No. ", Plain(answer));
    }

    [Fact]
    public async Task Two_of_a_kind_are_compared_by_how_they_differ()
    {
        var answer = Plain(await bot.Discord.RunCommandAsync("compare", ("first", "llama-4"), ("second", "deepseek-v3")));

        Assert.Contains("alike in kind, restricted weights", answer);
        Assert.Contains("of 17 components public", answer);
        Assert.DoesNotContain("equally open", answer);
    }

    [Fact]
    public async Task A_list_is_titled_by_what_it_was_asked_for()
    {
        var asked = Plain(await bot.Discord.RunCommandAsync("ask", ("question", "which models are from France")));
        var all = Plain(await bot.Discord.RunCommandAsync("models"));

        Assert.Contains("From France: ", asked);
        Assert.Contains(" releases, newest first", asked);
        Assert.Matches(@"\*\*All \d+, newest first \(page 1 of \d+\):\*\*", all);
    }

    [Fact]
    public async Task A_day_on_which_sources_differ_is_told_between_its_ends()
    {
        var answer = Plain(await bot.Discord.RunCommandAsync("ask", ("question", "is grok open source")));

        Assert.Contains("Grok-1**: open weights since 2024-03-17, Apache-2.0", answer);
        Assert.Contains("since a day between 2025-08-25 and 2025-11-04", answer);
    }

    private static int Sources(string text) => text.Split('\n').Count(line => line.Contains("](<https://", StringComparison.Ordinal));

    private static string Plain(SimulatedReply reply) => reply.Text.Replace("\\", "", StringComparison.Ordinal);
}
