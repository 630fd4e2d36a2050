using System.Text.Json;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>Moderators teach what a whole question asks for: for their server alone, with history and undo as any fact has.</summary>
public sealed class TaughtPhrasingTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Question = "spill the beans on grok-1";
    private const string Likewise = "spill the beans on olmo 2";

    [Fact]
    public async Task Taught_question_is_understood_in_its_server_alone()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var before = await FactForm.AskAsync(user, Likewise);

        var saved = await TeachAsync(user, Question, "phrased_maker");
        var here = await FactForm.AskAsync(user, Likewise);
        var elsewhere = await FactForm.AskAsync(bot.Discord.As(Guilds.Manager()), Likewise);

        Assert.Contains("Question words, whole question for maker", saved.Text);
        Assert.Contains($"after: **{Question}**", saved.Text);
        Assert.Contains("OLMo 2 is made by", here.Text);
        Assert.DoesNotContain("Apache", here.Text);
        Assert.Equal(before.Text, elsewhere.Text);
        Assert.NotEqual(before.Text, here.Text);
    }

    [Fact]
    public async Task Taught_question_is_undone_and_its_history_shown()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var before = await FactForm.AskAsync(user, Question);
        var saved = await TeachAsync(user, Question, "phrased_maker");

        var undone = await user.PressAsync(saved.Buttons["Undo"]);
        var after = await FactForm.AskAsync(user, Question);
        var history = await user.RunCommandAsync("fact history", ("subject", "Question words"), ("property", "phrased_maker"));

        Assert.Contains("nothing (retracted)", undone.Text);
        Assert.Equal(before.Text, after.Text);
        Assert.Contains(Question, history.Text);
        Assert.Contains("People here ask so", history.Text);
    }

    [Fact]
    public async Task Unanswered_question_is_taught_from_the_queue()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await FactForm.AskAsync(user, "muskbrain licence");
        var card = await user.RunCommandAsync("fact unanswered");

        var form = await user.PressAsync(card.Buttons["Teach what it asks"]);
        var saved = await SendAsync(user, form, form.Written["value"], "phrased_release_date");
        var answer = await FactForm.AskAsync(user, "grok-1 licence");

        Assert.Equal("muskbrain licence", form.Written["value"]);
        Assert.Contains("whole question for release date", saved.Text);
        Assert.Contains("Grok-1 was announced", answer.Text);
    }

    [Theory]
    [InlineData("paperwork", "phrased_licence", "2 words or more")]
    [InlineData("who @everyone", "phrased_licence", "Nothing was changed")]
    public async Task Question_that_cannot_be_taught_is_refused_with_the_reason(string question, string property, string says)
    {
        var refused = await TeachAsync(bot.Discord.As(Guilds.Manager()), question, property);

        Assert.True(refused.IsPrivate);
        Assert.Contains(says, refused.Text);
    }

    [Fact]
    public async Task One_question_asks_for_one_thing()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await TeachAsync(user, Question, "phrased_maker");

        var other = await TeachAsync(user, "Spill the beans on Grok-1?", "phrased_licence");

        Assert.Contains("already means maker in a question", other.Text);
    }

    [Fact]
    public async Task Only_those_who_edit_facts_teach()
    {
        var member = Guilds.Beside(Guilds.Manager());

        var refused = await bot.Discord.As(member).RunCommandAsync("fact teach", ("question", Question));

        Assert.Null(refused.FormId);
        Assert.True(refused.IsPrivate);
    }

    [Fact]
    public async Task Privacy_names_what_a_user_taught_and_deletes_who_taught_it()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        await TeachAsync(user, Question, "phrased_maker");
        var privacy = await user.RunCommandAsync("privacy");

        var export = await user.PressAsync(privacy.Buttons["What data is kept about me"]);
        using var kept = JsonDocument.Parse(export.Files[0].Content);
        var ask = await user.PressAsync(privacy.Buttons["Forget me"]);
        await user.PressAsync(ask.Buttons["Delete my data"]);
        var history = await user.RunCommandAsync("fact history", ("subject", "Question words"), ("property", "phrased_maker"));

        Assert.Equal("question-words", kept.RootElement.GetProperty("edits")[0].GetProperty("subject").GetString());
        Assert.DoesNotContain(manager.User, history.Text);
        Assert.Contains(Question, history.Text);
    }

    private static async Task<SimulatedReply> TeachAsync(SimulatedUser user, string question, string property) =>
        await SendAsync(user, await user.RunCommandAsync("fact teach", ("question", question)), question, property);

    private static Task<SimulatedReply> SendAsync(SimulatedUser user, SimulatedReply form, string question, string property) =>
        user.SubmitAsync(form.FormId!, ("property", property), ("value", question), ("why", "People here ask so"));
}
