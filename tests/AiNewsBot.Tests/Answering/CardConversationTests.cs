using AiNewsBot.Chat.Cards;
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
    [InlineData("is qwen open source")]
    [InlineData("can I use mistral commercially")]
    [InlineData("restrictions of llama 4")]
    [InlineData("is the licence of llama open?")]
    [InlineData("is qwen open source, and may I sell what it writes, and when did it come out?")]
    public async Task An_answer_takes_twelve_lines_of_a_phone_and_five_buttons_at_most(string question)
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", question));

        Assert.InRange(PhoneLines.Count(answer.Text), 2, MaxLines);
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

    [Theory]
    [InlineData(
        "what is the licence of mistral large",
        "Mistral Large (2402)",
        "what is the licence of Mistral Large (2402)",
        "proprietary"
    )]
    [InlineData("what is the licence of mistral large", "Mistral Large 3", "what is the licence of Mistral Large 3", "Apache License 2.0")]
    [InlineData("can i use mistral large commercially", "Mistral Large 3", "can i use Mistral Large 3 commercially", "Yes")]
    [InlineData("what is the licence of llama 9", "Llama 4", "what is the licence of Llama 4", "Llama 4 Community License")]
    public async Task Who_picks_the_one_they_meant_gets_the_answer_to_their_question_for_the_channel(
        string question,
        string meant,
        string asked,
        string answer
    )
    {
        var which = await bot.Discord.RunCommandAsync("ask", ("question", question));
        var picked = await bot.Discord.PressAsync(which.Buttons[meant]);

        Assert.True(which.IsPrivate);
        Assert.False(picked.IsPrivate);
        Assert.Contains($"-# {asked}", Plain(picked));
        Assert.Contains(answer, Plain(picked), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_asked_for_themselves_picks_for_themselves_and_may_share_it()
    {
        var which = await bot.Discord.RunCommandAsync("ask", ("question", "what is the licence of mistral large"), ("private", true));
        var picked = await bot.Discord.PressAsync(which.Buttons["Mistral Large 3"]);
        var shared = await bot.Discord.PressAsync(picked.Buttons["Share"]);

        Assert.True(picked.IsPrivate);
        Assert.False(shared.IsPrivate);
        Assert.Contains("Apache License 2.0", Plain(shared));
    }

    [Theory]
    [InlineData("licence", "Apache License 2.0")]
    [InlineData("timeline", "What is known of Mistral Large 3, by date")]
    [InlineData("model", "Mistral Large 3 is open weights")]
    public async Task What_was_meant_is_shown_as_the_command_shows_it(string command, string shown)
    {
        var which = await bot.Discord.RunCommandAsync(command, ("name", "mistral large"));
        var picked = await bot.Discord.PressAsync(which.Buttons["Mistral Large 3"]);

        Assert.False(picked.IsPrivate);
        Assert.Contains(shown, Plain(picked));
    }

    [Fact]
    public async Task What_was_meant_takes_its_place_in_the_comparison()
    {
        var which = await bot.Discord.RunCommandAsync("compare", ("first", "Grok 1"), ("second", "mistral large"));
        var picked = await bot.Discord.PressAsync(which.Buttons["Mistral Large 3"]);

        Assert.False(picked.IsPrivate);
        Assert.Contains("- 🔵 **Grok-1**: open weights", Plain(picked));
        Assert.Contains("- 🔵 **Mistral Large 3**: open weights", Plain(picked));
    }

    [Theory]
    [InlineData("compare llama 4 and deepseek v3", "Llama 4", "DeepSeek-V3", "More")]
    [InlineData("which models are from France", "More")]
    [InlineData("which models are open weights", "Next", "More")]
    [InlineData("what is the apache license", "More")]
    [InlineData("what is chatgpt", "More")]
    [InlineData("what do skeptics say about open source ai", "More")]
    public async Task More_is_below_answers_of_each_kind(string question, params string[] buttons)
    {
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", question));
        var more = await bot.Discord.PressAsync(answer.Buttons["More"]);

        Assert.Equal(buttons, answer.Buttons.Keys);
        Assert.True(more.IsPrivate);
        Assert.Contains("Wrong", more.Buttons.Keys);
        Assert.DoesNotContain("more source", more.Text);
    }

    [Fact]
    public async Task What_one_person_looked_up_can_be_shared()
    {
        var looked = new[]
        {
            await bot.Discord.RunCommandAsync("model", ("name", "grok-1"), ("private", true)),
            await bot.Discord.RunCommandAsync("compare", ("first", "grok-1"), ("second", "llama-3"), ("private", true)),
            await bot.Discord.RunCommandAsync("models", ("country", "FR"), ("private", true)),
            await bot.Discord.PressAsync("timeline:grok-1"),
            await bot.Discord.PressAsync("licence:grok-1"),
        };

        foreach (var seen in looked)
        {
            var shared = await bot.Discord.PressAsync(seen.Buttons["Share"]);

            Assert.True(seen.IsPrivate);
            Assert.False(shared.IsPrivate);
            Assert.Equal(seen.Text, shared.Text);
        }
    }

    [Fact]
    public async Task Each_page_that_one_person_turns_to_can_be_shared_as_it_is()
    {
        var list = await bot.Discord.RunCommandAsync("models", ("private", true));
        var second = await bot.Discord.PressAsync(list.Buttons["Next"]);
        var first = await bot.Discord.PressAsync(second.Buttons["Back"]);
        var timeline = await bot.Discord.PressAsync("timeline:openai");
        var earlier = await bot.Discord.PressAsync(timeline.Buttons["Earlier"]);

        foreach (var seen in new[] { second, first, earlier })
        {
            var shared = await bot.Discord.PressAsync(seen.Buttons["Share"]);

            Assert.False(shared.IsPrivate);
            Assert.Equal(seen.Text, shared.Text);
            Assert.DoesNotContain("Share", (await bot.Discord.PressAsync(shared.Buttons.First().Value)).Buttons.Keys);
        }
    }

    [Fact]
    public async Task Question_that_no_button_can_carry_says_why_it_has_no_share()
    {
        var question = "my colleague and I have been wondering for quite some time now whether grok-1 is really open source";
        var answer = await bot.Discord.RunCommandAsync("ask", ("question", question), ("private", true));

        Assert.DoesNotContain("Share", answer.Buttons.Keys);
        Assert.Contains("This question is too long for a button to carry: asked in at most 84 characters", answer.Text);
    }

    [Fact]
    public async Task Weights_that_are_public_are_not_told_as_missing()
    {
        var answer = Plain(await bot.Discord.RunCommandAsync("model", ("name", "llama-3")));

        Assert.Contains("Its weights and inference code are public, but not under OSI-approved terms.", answer);
        Assert.Contains("Not public: data information.", answer);
        Assert.DoesNotContain("Missing for", answer);
    }

    private static int Sources(string text) => text.Split('\n').Count(line => line.Contains("](<https://", StringComparison.Ordinal));

    private static string Plain(SimulatedReply reply) => reply.Text.Replace("\\", "", StringComparison.Ordinal);
}
