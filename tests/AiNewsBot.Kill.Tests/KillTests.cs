using System.Globalization;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Kill.Tests;

/// <summary>
/// Kills the bot as a process of its own and starts it again, as often as AINEWSBOT_KILLS says (of several that share a server:
/// AINEWSBOT_SHARED_KILLS) and by the seed of AINEWSBOT_SEED. They wait
/// for real processes, and so on the real clock. AINEWSBOT_PROGRAM names the native program; without it the managed one is killed.
/// </summary>
[Trait("Category", "Kill")]
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly int Times = Read("AINEWSBOT_KILLS", 5);
    private static readonly int SharedTimes = Read("AINEWSBOT_SHARED_KILLS", 10);
    private static readonly int Seed = Read("AINEWSBOT_SEED", Environment.TickCount);

    [Fact]
    public async Task News_is_posted_once_however_often_the_bot_is_killed()
    {
        var report = await KillRuns.RunAsync(KillSetup.OneOnSqlite, Times, Seed);

        AssertIsWhole(report);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(PostgresCluster.IsInstalled), SkipType = typeof(PostgresCluster))]
    public async Task News_of_three_processes_on_one_server_is_posted_once_however_often_one_of_them_is_killed()
    {
        await using var cluster = await PostgresCluster.StartAsync();

        var report = await KillRuns.RunAsync(new KillSetup(3, cluster), SharedTimes, Seed);

        AssertIsWhole(report);
        Assert.True(report.SlowestTakeover is null || report.SlowestTakeover < TimeSpan.FromSeconds(30), report.Describe());
    }

    [Fact]
    public async Task Acknowledged_edits_survive_however_often_the_bot_is_killed()
    {
        var report = await EditKills.RunAsync(Times, Seed);

        output.WriteLine(report.ToString());
        Assert.True(report.Acknowledged >= Times, "A stream in which nothing is acknowledged proves nothing.");
        Assert.Empty(report.Faults);
    }

    private void AssertIsWhole(KillReport report)
    {
        output.WriteLine(report.ToString());
        Assert.NotEqual(0, report.Stories);
        Assert.True((report.Lost, report.Twice) == (0, 0) && report.Violations.Count == 0, report.Describe());
    }

    private static int Read(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
