using System.Diagnostics;
using AiNewsBot.Hosting;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Storage;

/// <summary>Whole bots on one PostgreSQL: several at once, and while the server is away.</summary>
public sealed class PostgresBotTests
{
    private const string Curator = "300000000000000001";

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Edit_in_one_process_is_seen_by_another_within_a_second()
    {
        using var folder = new TemporaryFolder();
        var connectionString = await TestDatabase.CreateSeededPostgresAsync(folder);
        await using var one = await StartAsync(connectionString);
        await using var other = await StartAsync(connectionString);

        var saved = await EditAsync(one.Discord, "BSD-3-Clause");
        var since = Stopwatch.GetTimestamp();
        var answer = await UntilAsync(other.Discord, "BSD");

        Assert.Contains("after: **BSD-3-Clause**", saved.Text, StringComparison.Ordinal);
        Assert.Contains("BSD", answer.Text, StringComparison.Ordinal);

        // The edit is told before it is shown here; the answer itself takes a part of the second, too.
        Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(5));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task While_the_server_is_away_questions_are_answered_and_edits_refused_and_then_both_go_on()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await SeededDatabase.SeedAsync(cluster["postgres"]);
        await using var bot = (await StartAsync(cluster["postgres"]))
            .Expects("Failed to answer")
            .Expects("retrying: The database")
            .Expects("The database cannot write");

        await cluster.StopAsync();
        var answer = await AskAsync(bot.Discord);
        var refused = await EditAsync(bot.Discord, "BSD-3-Clause");
        var isReady = bot.Services.GetRequiredService<HealthCheck>().IsReady;
        await cluster.RestartAsync();
        var saved = await EditAsync(bot.Discord, "BSD-3-Clause");

        Assert.Contains("Apache License 2.0", answer.Text, StringComparison.Ordinal);
        Assert.True(isReady);
        Assert.Contains("The bot's database cannot be used now.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("after: **BSD-3-Clause**", saved.Text, StringComparison.Ordinal);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Bot_that_starts_before_its_server_waits_for_it()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await SeededDatabase.SeedAsync(cluster["postgres"]);
        await cluster.StopAsync();
        var discord = new TaskCompletionSource<FakeDiscord>();
        var starting = RunningBot.StartAsync(prepare: discord.SetResult, settings: Setting(cluster["postgres"]));
        await (await discord.Task).Gateway.Readies.ReachAsync(1, "the bot to connect without a database");

        await cluster.RestartAsync();
        await using var bot = (await starting).Expects("Waiting for it");
        var answer = await AskAsync(bot.Discord);

        Assert.Contains("Apache License 2.0", answer.Text, StringComparison.Ordinal);
    }

    private static Task<RunningBot> StartAsync(string connectionString) => RunningBot.StartAsync(settings: Setting(connectionString));

    private static KeyValuePair<string, string?>[] Setting(string connectionString) =>
        [new("Storage:ConnectionString", connectionString), new("Curation:Curators", Curator)];

    private static Task<SimulatedReply> AskAsync(FakeDiscord discord) =>
        discord.RunCommandAsync("ask", ("question", "what is the licence of grok-1"));

    private static async Task<SimulatedReply> UntilAsync(FakeDiscord discord, string text)
    {
        for (var i = 0; ; i++)
        {
            var answer = await AskAsync(discord);
            if (answer.Text.Contains(text, StringComparison.Ordinal) || i > 100)
                return answer;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<SimulatedReply> EditAsync(FakeDiscord discord, string licence)
    {
        var user = discord;
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"), ("layer", "global"));
        if (form.FormId is null)
            return form;
        return await user.SubmitAsync(
            form.FormId,
            ("value", licence),
            ("since", "2024-03-17"),
            ("until", ""),
            ("source", "https://example.org/LICENSE"),
            ("why", "The licence file says so")
        );
    }
}
