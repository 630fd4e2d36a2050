using AiNewsBot.Tests.Harness;
using Dapper;
using static AiNewsBot.Tests.Curation.FactForm;

namespace AiNewsBot.Tests.Curation;

/// <summary>Discord sometimes shows a successful edit as failed. Sending it again says that it is done.</summary>
public sealed class ResentEditTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task An_edit_that_is_sent_again_is_told_as_done_and_made_once()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        var form = await OpenAsync(user, "grok-1", "licence");

        var first = await user.SubmitAsync(form, Fields("MIT"));
        var again = await user.SubmitAsync(form, Fields("MIT"));

        Assert.Contains("after: **MIT**", first.Text);
        Assert.Equal(first.Text, again.Text);
        Assert.Equal(1, RevisionsOf(manager.Guild!));
        Assert.Equal("MIT", (await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"))).Written["value"]);
    }

    [Fact]
    public async Task A_new_fact_that_is_sent_again_is_told_as_done_and_made_once()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        var form = await OpenAsync(user, "grok-1", "event", "fact add");

        await user.SubmitAsync(form, Fields("A poem was written", since: "2025-05-05"));
        var again = await user.SubmitAsync(form, Fields("A poem was written", since: "2025-05-05"));

        Assert.Contains("after: **A poem was written**", again.Text);
        Assert.Equal(1, RevisionsOf(manager.Guild!));
    }

    [Fact]
    public async Task Change_of_another_in_between_is_still_a_conflict()
    {
        var manager = Guilds.Manager();
        var (one, other) = (bot.Discord.As(manager), bot.Discord.As(Guilds.AlsoManages(manager)));
        var form = await OpenAsync(one, "grok-1", "licence");
        await one.SubmitAsync(form, Fields("MIT"));
        await SaveAsync(other, "grok-1", "licence", Fields("BSD-3-Clause"));

        var again = await one.SubmitAsync(form, Fields("MIT"));

        Assert.Contains("it is now: **BSD-3-Clause**", again.Text);
    }

    [Fact]
    public async Task An_edit_with_nothing_but_a_reason_changes_nothing_and_is_no_revision()
    {
        var manager = Guilds.Manager();
        var user = bot.Discord.As(manager);
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));

        var same = await user.SubmitAsync(
            form.FormId!,
            Fields(
                form.Written["value"],
                since: form.Written.GetValueOrDefault("since", ""),
                source: form.Written["source"],
                why: "Only a reason"
            )
        );

        Assert.Contains("The fact says that already. Nothing was changed.", same.Text);
        Assert.Equal(0, RevisionsOf(manager.Guild!));
    }

    [Theory]
    [InlineData("licence", "MIT", "2062-03-17")]
    [InlineData("event", "Something will have happened", "2062")]
    [InlineData("announced", "2062-03-17", "")]
    [InlineData("announced", "2062", "2024-01-01")]
    [InlineData("licence", "MIT", "2024-03-17/2062-03-17")]
    [InlineData("licence", "MIT", "2024/2062")]
    public async Task A_date_in_the_future_is_refused_and_the_answer_stays(string property, string value, string since)
    {
        var user = bot.Discord.As(Guilds.Manager());

        var refused = await SaveAsync(user, "grok-1", property, Fields(value, since: since), "fact add");

        Assert.Contains("has not come yet", refused.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("Apache", (await AskAsync(user, "what is the licence of grok-1")).Text);
    }

    private int RevisionsOf(string layer)
    {
        using var connection = bot.Database.Open();
        return connection.ExecuteScalar<int>("SELECT COUNT(*) FROM revisions WHERE layer = @layer", new { layer });
    }
}
