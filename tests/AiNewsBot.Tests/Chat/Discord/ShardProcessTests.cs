using System.Diagnostics;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Processes divide the gateway's shards by leases in a database on PostgreSQL.</summary>
public sealed class ShardProcessTests
{
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(30);

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Shards_are_divided_and_those_of_a_killed_process_taken_over_with_identifies_in_turns()
    {
        // Two keys, so that shards 0 and 2 identify in turns, and so do 1 and 3: the simulator holds too early an identify against the bot.
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { MaxConcurrency = 2 });
        using var folder = new TemporaryFolder();
        var database = await TestDatabase.CreateSeededPostgresAsync(folder);
        await TestDatabase.PretendBackupAsync(folder);
        using var first = Start(folder, database, discord);
        await discord.Gateway.Readies.ReachAsync(4, "the first process to have all shards");
        using var second = Start(folder, database, discord);
        await discord.Gateway.Readies.ReachAsync(6, "the second process to have half of them");

        var since = Stopwatch.GetTimestamp();
        first.Kill();
        await discord.Gateway.Readies.ReachAsync(8, "the second process to have all shards");
        var took = Stopwatch.GetElapsedTime(since);
        var answer = await discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        second.Kill();

        Assert.Equal([0, 1, 2, 3], discord.Gateway.Readies.All.Take(4).Order());
        Assert.Equal([2, 3], discord.Gateway.Readies.All.Skip(4).Take(2).Order());
        Assert.Equal([0, 1], discord.Gateway.Readies.All.Skip(6).Order());
        Assert.All(discord.Gateway.Identifies.All, identify => Assert.Equal(4, identify.Shards));
        Assert.True(took < Takeover, $"the takeover took {took.TotalSeconds:0.0} s");
        Assert.Contains("open weights", answer.Text, StringComparison.Ordinal);
        discord.Violations.AssertNone();
    }

    private static Process Start(TemporaryFolder folder, string database, FakeDiscord discord)
    {
        var process = BotProgram.Start(
            folder,
            folder["unused.db"],
            discord,
            ("Storage__ConnectionString", database),
            ("Discord__Shards", "auto"),
            ("Discord__ShardCount", "4"),
            ("News__Enabled", "false"),
            ("Http__Urls", "")
        );
        process.BeginErrorReadLine();
        return process;
    }
}
