using AiNewsBot.Facts.Model;
using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;

namespace AiNewsBot.Tests.Answering;

/// <summary>What moderators see of what happens in their server.</summary>
public sealed class StatsCommandTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task Questions_and_edits_of_the_server_are_counted_with_a_picture()
    {
        var user = bot.Discord.As(Guilds.Manager());
        await FactForm.AskAsync(user, "is grok-1 open source?");
        await FactForm.AskAsync(user, "is zorblax-99 open source?");
        await user.RunCommandAsync("model", ("name", "grok-1"));
        await FactForm.SaveAsync(user, "grok-1", "licence", FactForm.Fields("MIT"));
        await FactForm.AskAsync(bot.Discord.As(Guilds.Manager()), "is grok-1 open source?");

        var stats = await user.RunCommandAsync("stats");

        Assert.True(stats.IsPrivate);
        Assert.Contains("This week: 3 questions, 1 unanswered, 1 edit, 0 posts.", stats.Text);
        var picture = Assert.Single(stats.Pictures);
        Assert.Contains("questions: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3.", picture.Description);
        Assert.NotEmpty(picture.File);
    }

    [Fact]
    public async Task Weeks_before_are_told_apart_and_those_before_twelve_are_not_told()
    {
        var manager = Guilds.Manager();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        using (var connection = bot.Database.Open())
        {
            foreach (var days in new[] { 7, 70, 100 })
                connection.Execute(
                    "INSERT INTO question_counts (server, day, asked, unanswered) VALUES (@Guild, @day, @days, 1)",
                    new
                    {
                        manager.Guild,
                        day = IsoDay.Format(today.AddDays(-days)),
                        days,
                    }
                );
        }

        var stats = await bot.Discord.As(manager).RunCommandAsync("stats");

        Assert.Contains("In all: 77 questions, 2 unanswered", stats.Text);
        Assert.Contains("questions: 0, 70, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0.", stats.Pictures[0].Description);
    }

    [Fact]
    public async Task Counts_survive_a_restart()
    {
        await using var first = await RunningBot.StartAsync(new FakeDiscordOptions { IdentifyPace = TimeSpan.Zero });
        var manager = Guilds.Manager();
        await FactForm.AskAsync(first.Discord.As(manager), "is grok-1 open source?");

        await using var second = await first.RestartAsync();
        var stats = await second.Discord.As(manager).RunCommandAsync("stats");

        Assert.Contains("This week: 1 question, 0 unanswered", stats.Text);
    }
}
