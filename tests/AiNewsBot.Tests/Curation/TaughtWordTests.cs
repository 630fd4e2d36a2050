using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>How people ask is taught the same way as facts are: by a form, with history,
/// undo and a refusal that names what it collides with.</summary>
public sealed class TaughtWordTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Question = "what is the paperwork of grok-1";

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", ""), ("until", ""), ("source", ""), ("why", "People here say so")];

    [Fact]
    public async Task Taught_word_is_understood_at_once_in_its_server_only()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var before = await user.RunCommandAsync("ask", ("question", Question));

        var saved = await TeachAsync(user, "asks for licence", "paperwork");
        var here = await user.RunCommandAsync("ask", ("question", Question));
        var elsewhere = await bot.Discord.As(Guilds.Manager()).RunCommandAsync("ask", ("question", Question));

        Assert.Contains("open weights", before.Text);
        Assert.Contains("Question words, asks for licence", saved.Text);
        Assert.Contains("after: **paperwork**", saved.Text);
        Assert.Contains("Apache", here.Text);
        Assert.DoesNotContain("open weights", here.Text);
        Assert.Contains("open weights", elsewhere.Text);
    }

    [Fact]
    public async Task Taught_word_is_undone_and_its_history_shown()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var saved = await TeachAsync(user, "asks_licence", "paperwork");

        var undone = await user.PressAsync(saved.Buttons["Undo"]);
        var answer = await user.RunCommandAsync("ask", ("question", Question));
        var history = await user.RunCommandAsync("fact history", ("subject", "Question words"), ("property", "asks_licence"));

        Assert.Contains("nothing (retracted)", undone.Text);
        Assert.Contains("open weights", answer.Text);
        Assert.Contains("paperwork", history.Text);
        Assert.Contains("People here say so", history.Text);
    }

    [Fact]
    public async Task Component_can_be_asked_for_in_taught_words()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await TeachAsync(user, "asks_training_data", "learning material");

        var answer = await user.RunCommandAsync("ask", ("question", "is the learning material of grok-1 public"));

        Assert.Contains("training data", answer.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("asks_licence", "commercially", "already means commercial use in a question")]
    [InlineData("asks_licence", "Licensed", "asks for licence already")]
    [InlineData("asks_licence", "Grok", "already means Grok")]
    [InlineData("asks_licence", "what is the", "distinguishes nothing")]
    [InlineData("asks_licence", "one two three four five", "Write one to 4 words")]
    [InlineData("asks_licence", "42", "Write one to 4 words")]
    [InlineData("asks_licence", "*", "Write one to 4 words")]
    public async Task Alias_collision_names_what_it_collides_with(string property, string words, string says)
    {
        var refused = await TeachAsync(bot.Discord.As(Guilds.Manager()), property, words);

        Assert.True(refused.IsPrivate);
        Assert.Contains(says, refused.Text);
    }

    [Fact]
    public async Task Taught_words_collide_with_each_other_and_with_aliases()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await TeachAsync(user, "asks_licence", "paperwork");

        var other = await TeachAsync(user, "asks_maker", "paperwork");
        var form = await user.RunCommandAsync("fact add", ("subject", "grok-1"), ("property", "alias"));
        var alias = await user.SubmitAsync(
            form.FormId!,
            ("value", "paperwork"),
            ("since", ""),
            ("until", ""),
            ("source", "https://x.ai/blog"),
            ("why", "Because")
        );

        Assert.Contains("'paperwork' already means licence in a question", other.Text);
        Assert.Contains("'paperwork' already means licence in a question", alias.Text);
    }

    [Fact]
    public async Task Taught_words_are_listed_among_editable_properties()
    {
        var user = bot.Discord.As(Guilds.Manager());

        var subjects = await user.AutocompleteAsync("fact add", "subject", "question wo");
        var properties = await user.AutocompleteAsync("fact add", "property", "licence", ("subject", "question-words"));

        Assert.Contains(subjects.Choices, choice => choice.Value == "question-words");
        Assert.Equal(["asks_licence", "phrased_licence"], properties.Choices.Select(choice => choice.Value));
    }

    private static async Task<SimulatedReply> TeachAsync(SimulatedUser user, string property, string words)
    {
        var form = await user.RunCommandAsync("fact add", ("subject", "question-words"), ("property", property));
        if (form.Buttons.TryGetValue("Discard it", out var discard))
        {
            await user.PressAsync(discard);
            form = await user.RunCommandAsync("fact add", ("subject", "question-words"), ("property", property));
        }

        return await user.SubmitAsync(form.FormId!, Fields(words));
    }
}
