using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Storage;

/// <summary>Whole bots on one PostgreSQL.</summary>
public sealed class PostgresBotTests
{
    public static bool IsInstalled => PostgresCluster.IsInstalled;

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Edit_in_one_process_is_seen_by_another_within_a_second()
    {
        using var folder = new TemporaryFolder();
        var connectionString = await TestDatabase.CreateSeededPostgresAsync(folder);
        await using var one = await FactEdits.StartAsync(connectionString);
        await using var other = await FactEdits.StartAsync(connectionString);
        var watch = new EditWatch(other);

        var saved = await FactEdits.EditAsync(one, "BSD-3-Clause");
        var took = await watch.UntilAsFarAsAsync(one);
        var answer = await FactEdits.AskAsync(other);

        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Contains("BSD", answer, StringComparison.Ordinal);
        Assert.True(took < TimeSpan.FromSeconds(1), $"it took {took.TotalSeconds:0.00} s");
    }
}
