using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.Storage;
using DiscordSimulator;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Processes behind a balancer, which take interactions by HTTP and share a database on PostgreSQL: each request may come to
/// another one.</summary>
public sealed class HttpProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    public void Dispose() => _folder.Dispose();

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Form_that_one_opened_is_taken_by_another_and_seen_by_the_first_within_a_second()
    {
        var database = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var one = await StartAsync(database);
        await using var other = await StartAsync(database);
        var watch = new EditWatch(one);

        var form = await FactEdits.OpenAsync(UserOf(one));
        var saved = await FactEdits.SubmitAsync(UserOf(other), form, "BSD-3-Clause");
        var took = await watch.UntilAsFarAsAsync(other);
        var answer = await FactEdits.AskAsync(UserOf(one));

        Assert.Contains("after: **BSD-3-Clause**", saved.Text, StringComparison.Ordinal);
        Assert.Contains("BSD", answer, StringComparison.Ordinal);
        Assert.True(took < TimeSpan.FromSeconds(1), $"it took {took.TotalSeconds:0.00} s");
    }

    // The button of a card that one process showed undoes, at the other, what the first had written.
    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Button_that_one_showed_works_at_another()
    {
        var database = await TestDatabase.CreateSeededPostgresAsync(_folder);
        await using var one = await StartAsync(database);
        await using var other = await StartAsync(database);
        var watch = new EditWatch(other);

        var form = await FactEdits.OpenAsync(UserOf(one));
        var saved = await FactEdits.SubmitAsync(UserOf(one), form, "BSD-3-Clause");
        await watch.UntilAsFarAsAsync(one);
        var undone = await UserOf(other).PressAsync(saved.Buttons["Undo"]);
        var answer = await FactEdits.AskAsync(UserOf(other));

        Assert.Contains("Apache", undone.Text, StringComparison.Ordinal);
        Assert.Contains("Apache License 2.0", answer, StringComparison.Ordinal);
    }

    private static Task<RunningBot> StartAsync(string database) =>
        RunningBot.StartAsync(
            waitsForReady: false,
            settings: FactEdits.Settings(
                database,
                new KeyValuePair<string, string?>("Discord:Gateway", "false"),
                new KeyValuePair<string, string?>("Discord:PublicKey", SignedInteraction.PublicKey)
            )
        );

    private static SimulatedUser UserOf(RunningBot bot) =>
        bot.Discord.As(new SimulatedMember(), interaction => SignedInteraction.SendAsync(bot.HttpAddress, interaction));
}
