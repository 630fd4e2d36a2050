using AiNewsBot.Tests.Harness;
using Dapper;
using static AiNewsBot.Tests.Curation.FactForm;

namespace AiNewsBot.Tests.Curation;

/// <summary>While nothing can be written, sent forms are announced in time, and what opens a form answers at once.</summary>
[Trait("Database", "SQLite")]
public sealed class SlowWriteTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task A_sent_form_that_waits_for_the_database_is_announced_and_then_answered()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await OpenAsync(user, "grok-1", "licence");
        using var connection = bot.Database.Open();
        connection.Execute("BEGIN IMMEDIATE");

        var (announced, reply) = user.SubmitSlowly(form, Fields("MIT"));
        await announced.WaitAsync(TestContext.Current.CancellationToken);
        connection.Execute("ROLLBACK");

        Assert.Contains("after: **MIT**", (await reply).Text);
    }

    [Fact]
    public async Task A_sent_form_of_the_settings_is_announced_too()
    {
        var user = bot.Discord.As(Guilds.Manager());
        var form = await user.RunCommandAsync("settings roles");
        using var connection = bot.Database.Open();
        connection.Execute("BEGIN IMMEDIATE");

        var (announced, reply) = user.SubmitSlowly(form.FormId!, ("edit", "250000000000000001"));
        await announced.WaitAsync(TestContext.Current.CancellationToken);
        connection.Execute("ROLLBACK");

        Assert.Contains("<@&250000000000000001>", (await reply).Text);
    }

    [Theory]
    [InlineData("fact edit", "licence")]
    [InlineData("fact add", "event")]
    [InlineData("suggest", "licence")]
    public async Task Command_that_opens_a_form_does_not_wait_for_the_database(string command, string property)
    {
        var user = bot.Discord.As(Guilds.Manager());
        using var connection = bot.Database.Open();
        connection.Execute("BEGIN IMMEDIATE");

        var form = await user.RunCommandAsync(command, ("subject", "grok-1"), ("property", property));
        connection.Execute("ROLLBACK");

        Assert.Equal(9, form.Type);
    }
}
