using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.Curation;

/// <summary>Several editors at the same time: each edit is applied once, and none is lost.</summary>
public sealed class ConcurrentEditTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";

    [Fact]
    public async Task One_of_two_concurrent_editors_wins_and_the_other_sees_all_three_versions()
    {
        var manager = Guilds.Manager();
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var forms = await Task.WhenAll(OpenAsync(one, "licence"), OpenAsync(other, "licence"));

        var replies = await Task.WhenAll(
            one.SubmitAsync(forms[0].FormId!, Fields("MIT")),
            other.SubmitAsync(forms[1].FormId!, Fields("BSD-3-Clause"))
        );

        var isFirst = replies[0].Text.Contains("after: **MIT**", StringComparison.Ordinal);
        var (loser, lost, won) = isFirst ? (other, "BSD-3-Clause", "MIT") : (one, "MIT", "BSD-3-Clause");
        var conflict = replies[isFirst ? 1 : 0];
        Assert.Contains($"after: **{won}**", replies[isFirst ? 0 : 1].Text);
        Assert.Contains("you both saw: **Apache-2.0**", conflict.Text);
        Assert.Contains($"it is now: **{won}**", conflict.Text);
        Assert.Contains($"you wrote: **{lost}**", conflict.Text);
        Assert.Contains($"after: **{lost}**", (await loser.PressAsync(conflict.Buttons["Overwrite"])).Text);
    }

    [Fact]
    public async Task One_of_eight_concurrent_editors_wins_and_seven_can_continue()
    {
        var manager = Guilds.Manager();
        SimulatedUser[] users = [.. Enumerable.Range(0, 8).Select(_ => bot.Discord.As(Guilds.AlsoManages(manager)))];
        var forms = await Task.WhenAll(users.Select(user => OpenAsync(user, "licence")));

        var replies = await Task.WhenAll(users.Zip(forms, (user, form) => user.SubmitAsync(form.FormId!, Fields("MIT"))));

        Assert.Single(replies, reply => reply.Text.Contains("after: **MIT**", StringComparison.Ordinal));
        Assert.Equal(7, replies.Count(reply => reply.Buttons.ContainsKey("Edit again")));
        Assert.Equal(1, RevisionsOf(manager));
    }

    [Fact]
    public async Task Concurrent_edits_of_different_facts_both_succeed()
    {
        var manager = Guilds.Manager();
        string[] properties = ["weights", "paper", "training_data", "training_code", "model_card", "technical_report"];
        SimulatedUser[] users = [.. properties.Select(_ => bot.Discord.As(Guilds.AlsoManages(manager)))];
        var forms = await Task.WhenAll(users.Zip(properties, OpenAsync));

        var replies = await Task.WhenAll(users.Zip(forms, (user, form) => user.SubmitAsync(form.FormId!, Fields("partial"))));

        Assert.All(replies, reply => Assert.Contains("after: **partial**", reply.Text));
        Assert.Equal(properties.Length, RevisionsOf(manager));
    }

    [Fact]
    public async Task Cancelled_conflict_keeps_the_other_edit_and_is_not_offered_again()
    {
        var manager = Guilds.Manager();
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var mine = await OpenAsync(one, "licence");
        await other.SubmitAsync((await OpenAsync(other, "licence")).FormId!, Fields("BSD-3-Clause"));
        var conflict = await one.SubmitAsync(mine.FormId!, Fields("MIT"));

        var cancelled = await one.PressAsync(conflict.Buttons["Cancel"]);
        var after = await OpenAsync(one, "licence");

        Assert.Contains("Discarded. Nothing was changed.", cancelled.Text);
        Assert.Equal("BSD-3-Clause", after.Written["value"]);
    }

    [Fact]
    public async Task Resolved_conflict_is_not_offered_again()
    {
        var manager = Guilds.Manager();
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var mine = await OpenAsync(one, "licence");
        await other.SubmitAsync((await OpenAsync(other, "licence")).FormId!, Fields("BSD-3-Clause"));
        var conflict = await one.SubmitAsync(mine.FormId!, Fields("MIT"));

        var again = await one.PressAsync(conflict.Buttons["Edit again"]);
        var saved = await one.SubmitAsync(again.FormId!, Fields("Apache-2.0"));
        var after = await OpenAsync(one, "licence");

        Assert.Contains("before: **BSD-3-Clause**", saved.Text);
        Assert.Contains("after: **Apache-2.0**", saved.Text);
        Assert.Equal("Apache-2.0", after.Written["value"]);
    }

    [Fact]
    public async Task Overwrite_meets_the_next_conflict_after_another_edit()
    {
        var manager = Guilds.Manager();
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var mine = await OpenAsync(one, "licence");
        await other.SubmitAsync((await OpenAsync(other, "licence")).FormId!, Fields("BSD-3-Clause"));
        var conflict = await one.SubmitAsync(mine.FormId!, Fields("MIT"));
        await other.SubmitAsync((await OpenAsync(other, "licence")).FormId!, Fields("Apache-2.0"));

        var second = await one.PressAsync(conflict.Buttons["Overwrite"]);
        var third = await one.PressAsync(second.Buttons["Overwrite"]);

        Assert.Contains("you both saw: **BSD-3-Clause**", second.Text);
        Assert.Contains("it is now: **Apache-2.0**", second.Text);
        Assert.Contains("after: **MIT**", third.Text);
    }

    [Fact]
    public async Task Two_concurrent_review_decisions_decide_once()
    {
        var manager = Guilds.Manager();
        var member = bot.Discord.As(Guilds.Beside(manager));
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var form = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
        await member.SubmitAsync(form.FormId!, Fields("MIT"));
        var review = await one.RunCommandAsync("fact review");
        var reason = await other.PressAsync(review.Buttons["Reject"]);

        await Task.WhenAll(
            one.PressAsync(review.Buttons["Approve"]),
            other.SubmitAsync(reason.FormId!, ("reason", "The file says Apache 2.0"))
        );

        using var connection = bot.Database.Open();
        var state = connection.QuerySingle<string>("SELECT state FROM suggestions WHERE layer = @Guild", manager);
        Assert.Equal(state == "approved" ? 1 : 0, RevisionsOf(manager));
        Assert.Contains(state, (string[])["approved", "rejected"]);
    }

    private long RevisionsOf(SimulatedMember member)
    {
        using var connection = bot.Database.Open();
        return connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revisions WHERE layer = @Guild", member);
    }

    private static Task<SimulatedReply> OpenAsync(SimulatedUser user, string property) =>
        user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", property));

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", "2024"), ("until", ""), ("source", Source), ("why", "I read it there")];
}
