namespace AiNewsBot.Kill.Tests;

/// <summary>News of a bot that is killed and started again.</summary>
[Trait("Category", "Kill")]
public sealed class NewsKillTests(ITestOutputHelper output)
{
    [Fact]
    public async Task News_is_posted_once_however_often_the_bot_is_killed()
    {
        var report = await KillRuns.RunAsync(KillSetup.OneOnSqlite, KillSettings.Times, KillSettings.Seed);

        report.AssertIsWhole(output);
    }
}
