namespace AiNewsBot.Kill.Tests;

/// <summary>Edits of moderators while the bot is killed.</summary>
[Trait("Category", "Kill")]
public sealed class EditKillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Acknowledged_edits_survive_however_often_the_bot_is_killed()
    {
        var report = await EditKills.RunAsync(KillSettings.Times, KillSettings.Seed);

        output.WriteLine(report.ToString());
        Assert.True(report.Acknowledged >= KillSettings.Times, "A stream in which nothing is acknowledged proves nothing.");
        Assert.Empty(report.Faults);
    }
}
