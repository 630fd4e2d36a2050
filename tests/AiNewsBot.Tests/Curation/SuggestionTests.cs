using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>Anyone suggests; reviewers decide; a direct edit overtakes.</summary>
public sealed class SuggestionTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";

    private static (string, string)[] Fields(string value, string why = "I read it there") =>
        [("value", value), ("since", "2024-03-17"), ("until", ""), ("source", Source), ("why", why)];

    private (SimulatedUser Member, SimulatedUser Reviewer, SimulatedMember Manager) People()
    {
        var manager = Guilds.Manager();
        return (bot.Discord.As(Guilds.Beside(manager)), bot.Discord.As(manager), manager);
    }

    [Fact]
    public async Task Approved_suggestion_is_in_the_next_answer()
    {
        var (member, reviewer, _) = People();
        var thanks = await SuggestAsync(member, "MIT");

        var review = await reviewer.RunCommandAsync("fact review");
        var approved = await reviewer.PressAsync(review.Buttons["Approve"]);
        var answer = await member.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.Contains("Thank you. Your suggestion", thanks.Text);
        Assert.Contains("now: **Apache-2.0**", review.Text);
        Assert.Contains("suggested: **MIT** since 2024-03-17", review.Text);
        Assert.Contains("is approved", approved.Text);
        Assert.Contains("Nothing else waits", approved.Text);
        Assert.Contains("MIT", answer.Text);
        Assert.Contains("has been decided already", (await reviewer.PressAsync(review.Buttons["Approve"])).Text);
    }

    [Fact]
    public async Task Reviewer_edits_and_approves()
    {
        var (member, reviewer, _) = People();
        await SuggestAsync(member, "MIT");

        var review = await reviewer.RunCommandAsync("fact review");
        var form = await reviewer.PressAsync(review.Buttons["Edit and approve"]);
        var done = await reviewer.SubmitAsync(form.FormId!, Fields("BSD-3-Clause"));

        Assert.Equal("MIT", form.Written["value"]);
        Assert.Contains("after: **BSD-3-Clause**", done.Text);
        Assert.Contains("Nothing waits", (await reviewer.RunCommandAsync("fact review")).Text);
    }

    [Fact]
    public async Task Reviewer_rejects_with_a_reason()
    {
        var (member, reviewer, _) = People();
        await SuggestAsync(member, "MIT");

        var review = await reviewer.RunCommandAsync("fact review");
        var form = await reviewer.PressAsync(review.Buttons["Reject"]);
        var done = await reviewer.SubmitAsync(form.FormId!, ("reason", "The file says Apache 2.0"));
        var answer = await member.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

        Assert.Contains("is rejected", done.Text);
        Assert.DoesNotContain("MIT", answer.Text);
    }

    [Fact]
    public async Task Second_suggestion_of_one_author_replaces_the_first()
    {
        var (member, reviewer, _) = People();
        await SuggestAsync(member, "MIT");

        var form = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        await member.SubmitAsync(form.FormId!, Fields("BSD-3-Clause"));
        var review = await reviewer.RunCommandAsync("fact review");

        Assert.Equal("MIT", form.Written["value"]);
        Assert.Contains("suggested: **BSD-3-Clause**", review.Text);
        Assert.Contains("1 waits in all", review.Text);
    }

    [Fact]
    public async Task Direct_edit_to_the_suggested_value_overtakes_the_suggestion()
    {
        var (member, reviewer, _) = People();
        await SuggestAsync(member, "MIT");
        var review = await reviewer.RunCommandAsync("fact review");

        var form = await reviewer.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await reviewer.SubmitAsync(form.FormId!, Fields("MIT"));

        Assert.Contains("Nothing waits", (await reviewer.RunCommandAsync("fact review")).Text);
        Assert.Contains("has been decided already", (await reviewer.PressAsync(review.Buttons["Approve"])).Text);
    }

    [Fact]
    public async Task Suggestions_that_overlap_an_edit_wait_as_conflicts_to_decide()
    {
        var (member, reviewer, manager) = People();
        await SuggestAsync(member, "MIT");
        await SuggestAsync(bot.Discord.As(Guilds.AlsoManages(manager)), "GPL-3.0-only");
        Assert.DoesNotContain("changed since", (await reviewer.RunCommandAsync("fact review")).Text);

        var form = await reviewer.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await reviewer.SubmitAsync(form.FormId!, Fields("BSD-3-Clause"));
        var first = await reviewer.RunCommandAsync("fact review");
        var second = await reviewer.PressAsync(first.Buttons["Approve"]);

        Assert.Contains("2 wait in all", first.Text);
        Assert.Contains("now: **BSD-3-Clause**", first.Text);
        Assert.Contains("The fact changed since this was suggested", first.Text);
        Assert.Contains("is approved", second.Text);
        Assert.Contains("now: **MIT**", second.Text);
        Assert.Contains("suggested: **GPL-3.0-only**", second.Text);
        Assert.Contains("The fact changed since this was suggested", second.Text);
        Assert.Contains("is approved", (await reviewer.PressAsync(second.Buttons["Approve"])).Text);
    }

    [Fact]
    public async Task Suggestion_for_a_changed_fact_is_shown_again_before_approval()
    {
        var (member, reviewer, manager) = People();
        await SuggestAsync(member, "MIT");
        var review = await reviewer.RunCommandAsync("fact review");
        await bot.Discord.As(Guilds.AlsoManages(manager)).RunCommandAsync("fact lock", ("subject", "grok-1"), ("property", "licence"));

        var again = await reviewer.PressAsync(review.Buttons["Approve"]);

        Assert.Contains("The fact changed meanwhile", again.Text);
        Assert.Contains("is approved", (await reviewer.PressAsync(again.Buttons["Approve"])).Text);
    }

    [Fact]
    public async Task Suggestions_are_limited_to_five_an_hour_per_author()
    {
        var (member, _, _) = People();
        string[] properties = ["licence", "weights", "training_data", "training_code", "paper", "model_card"];
        var replies = new List<SimulatedReply>();
        foreach (var property in properties)
        {
            var form = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", property));
            replies.Add(await member.SubmitAsync(form.FormId!, Fields(property == "licence" ? "MIT" : "unavailable")));
        }

        Assert.All(replies.Take(5), reply => Assert.Contains("Thank you", reply.Text));
        Assert.Contains("5 suggestions within the hour", replies[5].Text);
    }

    [Fact]
    public async Task Mistake_is_reported_from_the_answer()
    {
        var (member, reviewer, _) = People();
        var answer = await member.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        var more = await member.PressAsync(answer.Buttons["More"]);
        var form = await member.PressAsync(more.Buttons["Report a mistake"]);
        var thanks = await member.SubmitAsync(
            form.FormId!,
            ("property", "licence"),
            ("value", "MIT"),
            ("since", ""),
            ("source", Source),
            ("why", "I read it there")
        );
        var review = await reviewer.RunCommandAsync("fact review");

        Assert.Equal("Grok-1: what is wrong?", form.Text);
        Assert.Contains("Thank you", thanks.Text);
        Assert.Contains("suggested: **MIT**", review.Text);
    }

    [Fact]
    public async Task Mistake_reported_from_a_familys_card_is_one_of_the_release_that_is_named()
    {
        var (member, reviewer, _) = People();
        var card = await member.RunCommandAsync("model", ("name", "grok"));

        var more = await member.PressAsync(card.Buttons["More"]);
        var form = await member.PressAsync(more.Buttons["Report a mistake"]);
        var thanks = await member.SubmitAsync(
            form.FormId!,
            ("property", "licence"),
            ("value", "MIT"),
            ("subject", "grok-1"),
            ("source", Source),
            ("why", "I read it there")
        );
        var review = await reviewer.RunCommandAsync("fact review");

        Assert.Equal("Grok: what is wrong?", form.Text);
        Assert.Contains("Of which release?", form.Fields.Keys);
        Assert.Contains("Thank you", thanks.Text);
        Assert.Contains("Grok-1, licence", review.Text);
        Assert.Contains("now: **Apache-2.0**", review.Text);
        Assert.Contains("suggested: **MIT**", review.Text);
    }

    [Fact]
    public async Task Edit_that_may_mean_several_statements_offers_each()
    {
        var (_, reviewer, _) = People();
        await FactForm.SaveAsync(
            reviewer,
            "grok-1",
            "event",
            FactForm.Fields("First thing happened", since: "2024-05-01"),
            command: "fact add"
        );
        await FactForm.SaveAsync(
            reviewer,
            "grok-1",
            "event",
            FactForm.Fields("Second thing happened", since: "2024-06-01"),
            command: "fact add"
        );

        var choice = await reviewer.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "event"));
        var line = choice.Text.Split('\n').Single(text => text.Contains("Second thing happened", StringComparison.Ordinal)).TrimStart();
        var chosen = choice.Options.Single(option => option.Key.StartsWith($"{line.Split('.')[0]}. ", StringComparison.Ordinal)).Value;
        var form = await reviewer.ChooseAsync(choice.MenuId!, chosen);

        Assert.Contains("statements are under 'event': choose one", choice.Text);
        Assert.Equal("Second thing happened", form.Written["value"]);
    }

    [Fact]
    public async Task Members_without_a_set_role_are_refused()
    {
        var (member, reviewer, manager) = People();
        var roles = await reviewer.RunCommandAsync("settings roles");
        await reviewer.SubmitAsync(roles.FormId!, ("suggest", "260000000000000001"));

        var refused = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        var allowed = await bot
            .Discord.As(Guilds.Beside(manager, "260000000000000001"))
            .RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));

        Assert.Contains("may suggest facts", refused.Text);
        Assert.NotNull(allowed.FormId);
    }

    private static async Task<SimulatedReply> SuggestAsync(SimulatedUser member, string value)
    {
        var form = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        return await member.SubmitAsync(form.FormId!, Fields(value));
    }
}
