using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Kill.Tests;

/// <summary>News that several processes divide among them, one of which is killed.</summary>
[Trait("Category", "Kill")]
public sealed class SharedNewsKillTests(ITestOutputHelper output)
{
    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(PostgresCluster.IsInstalled), SkipType = typeof(PostgresCluster))]
    public async Task News_of_three_processes_on_one_server_is_posted_once_however_often_one_of_them_is_killed()
    {
        await using var cluster = await PostgresCluster.StartAsync();

        var report = await KillRuns.RunAsync(new KillSetup(3, cluster), KillSettings.SharedTimes, KillSettings.Seed);

        report.AssertIsWhole(output);
        Assert.True(KillSettings.SharedTimes < 3 || report.Reached.ContainsKey(KillStage.Frozen), report.Describe());
        Assert.True(report.SlowestTakeover is null || report.SlowestTakeover < TimeSpan.FromSeconds(30), report.Describe());
    }
}
