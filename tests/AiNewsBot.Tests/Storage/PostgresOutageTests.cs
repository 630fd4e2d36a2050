using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using Dapper;
using DiscordSimulator;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Storage;

/// <summary>What a running bot does while its PostgreSQL server is away, takes no writes or refuses it, and when that is over: it is never
/// started again.</summary>
public sealed class PostgresOutageTests(OwnCluster cluster) : IClassFixture<OwnCluster>
{
    private const string NowUsable = "The database can be written again";

    public static bool IsInstalled => PostgresCluster.IsInstalled;

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task While_the_server_is_away_questions_are_answered_and_edits_refused_and_then_both_go_on()
    {
        await using var bot = (await FactEdits.StartAsync(await cluster.CreateDatabaseAsync())).Expects("edits are refused");

        await cluster.Server.StopAsync();
        var answer = await FactEdits.AskAsync(bot);
        var refused = await FactEdits.EditAsync(bot, "BSD-3-Clause");
        var isReady = bot.Services.GetRequiredService<HealthCheck>().IsReady;
        await cluster.Server.RestartAsync();
        await FactEdits.UntilAsync(bot, isWritable: true);
        var saved = await FactEdits.EditAsync(bot, "BSD-3-Clause");

        Assert.Contains("Apache License 2.0", answer, StringComparison.Ordinal);
        Assert.True(isReady);
        Assert.Contains("The bot's database cannot be used now.", refused, StringComparison.Ordinal);
        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Single(FactEdits.Faults(bot));
        Assert.Single(bot.Log, entry => entry.Message.StartsWith(NowUsable, StringComparison.Ordinal));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Bot_that_starts_before_its_server_waits_for_it()
    {
        var connectionString = await cluster.CreateDatabaseAsync();
        await cluster.Server.StopAsync();
        var discord = new TaskCompletionSource<FakeDiscord>();
        var starting = RunningBot.StartAsync(prepare: discord.SetResult, settings: FactEdits.Settings(connectionString));
        await (await discord.Task).Gateway.Readies.ReachAsync(1, "the bot to connect without a database");

        await cluster.Server.RestartAsync();
        await using var bot = (await starting).Expects("Waiting for it");

        Assert.Contains("Apache License 2.0", await FactEdits.AskAsync(bot), StringComparison.Ordinal);
        Assert.Single(FactEdits.Faults(bot));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Password_that_is_changed_while_the_bot_runs_is_told_once_and_the_new_one_is_taken_from_its_file()
    {
        using var folder = new TemporaryFolder();
        await cluster.Server.ExecuteAsync("CREATE USER careful SUPERUSER PASSWORD 'first-secret'");
        await cluster.Server.RequirePasswordsAsync();
        await WritePasswordAsync(folder, "first-secret");
        var database = $"{await cluster.CreateDatabaseAsync()};Username=careful;Passfile={folder["pgpass"]}";
        await using var bot = (await FactEdits.StartAsync(database)).Expects("refuses the password");

        // Connections that are open stay so: those that nothing uses are closed after a minute.
        await cluster.Server.ExecuteAsync("ALTER USER careful PASSWORD 'second-secret'");
        bot.Services.GetRequiredService<IDatabase>().CloseUnused();
        var refused = await FactEdits.EditAsync(bot, "BSD-3-Clause");
        var answer = await FactEdits.AskAsync(bot);
        await WritePasswordAsync(folder, "second-secret");
        await FactEdits.UntilAsync(bot, isWritable: true);
        var saved = await FactEdits.EditAsync(bot, "BSD-3-Clause");

        Assert.Contains("The bot's database cannot be used now.", refused, StringComparison.Ordinal);
        Assert.Contains("Apache License 2.0", answer, StringComparison.Ordinal);
        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Contains("refuses the password: check Username, and Password or Passfile", Assert.Single(FactEdits.Faults(bot)));
        Assert.DoesNotContain(bot.Log, entry => entry.Message.Contains("secret", StringComparison.Ordinal));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Server_that_is_set_to_be_read_only_is_told_once_until_it_takes_writes_again()
    {
        await using var bot = (await FactEdits.StartAsync(await cluster.CreateDatabaseAsync())).Expects("set to be read-only");

        await SetReadOnlyAsync("= on");
        await FactEdits.UntilAsync(bot, isWritable: false);
        var refused = await FactEdits.EditAsync(bot, "BSD-3-Clause");
        var answer = await FactEdits.AskAsync(bot);
        await SetReadOnlyAsync("= off");
        await FactEdits.UntilAsync(bot, isWritable: true);
        var saved = await FactEdits.EditAsync(bot, "BSD-3-Clause");

        Assert.Contains("The bot's database can only be read now. Nothing was changed.", refused, StringComparison.Ordinal);
        Assert.Contains("Apache License 2.0", answer, StringComparison.Ordinal);
        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Contains("Name the primary in Storage:ConnectionString.", Assert.Single(FactEdits.Faults(bot)));
        Assert.Single(bot.Log, entry => entry.Message.StartsWith(NowUsable, StringComparison.Ordinal));
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task Server_that_comes_back_as_a_replica_is_read_and_written_again_once_it_is_promoted()
    {
        await using var bot = (await FactEdits.StartAsync(await cluster.CreateDatabaseAsync())).Expects("edits are refused");

        await cluster.Server.RestartAsReplicaAsync();
        var refused = "";
        await NewsRig.UntilAsync(
            async () =>
                (refused = await FactEdits.EditAsync(bot, "BSD-3-Clause")).Contains("can only be read now", StringComparison.Ordinal),
            "connections of before to be gone"
        );
        var answer = await FactEdits.AskAsync(bot);
        await cluster.Server.PromoteAsync();
        await FactEdits.UntilAsync(bot, isWritable: true);
        var saved = await FactEdits.EditAsync(bot, "BSD-3-Clause");

        Assert.Contains("Nothing was changed.", refused, StringComparison.Ordinal);
        Assert.Contains("Apache License 2.0", answer, StringComparison.Ordinal);
        Assert.Contains("after: **BSD-3-Clause**", saved, StringComparison.Ordinal);
        Assert.Single(FactEdits.Faults(bot), line => line.Contains("the server is a replica", StringComparison.Ordinal));

        // While it was stopped, it was away.
        Assert.InRange(FactEdits.Faults(bot).Count(), 1, 2);
    }

    [Fact(Skip = PostgresCluster.Absent, SkipUnless = nameof(IsInstalled))]
    public async Task News_of_an_outage_is_posted_once_when_the_server_is_back()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            settings: ("Storage:ConnectionString", await cluster.CreateDatabaseAsync())
        );
        rig.Bot.Expects("news waits until it can be used");
        feed.Add("Before");
        await NewsRig.UntilAsync(async () => await CountSentAsync(rig) == 1, "the first story to be known as posted");

        // The second one is at Discord, whose answer comes when the outage has begun.
        using (rig.Discord.Rest.HoldAnswers("/messages"))
        {
            feed.Add("Under way");
            await rig.PostsAsync(2);
            await cluster.Server.StopAsync();
        }

        feed.Add("While the server was away");
        await NewsRig.UntilAsync(() => Task.FromResult(FactEdits.Faults(rig.Bot).Any()), "the outage to be noticed");
        await cluster.Server.RestartAsync();
        await rig.PostsAsync(3);
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal(
            ["Before", "Under way", "While the server was away"],
            rig.SimulatedChannels[NewsRig.Channel].Messages.Select(TestFeed.TitleOf)
        );
        Assert.Single(FactEdits.Faults(rig.Bot), line => line.EndsWith("news waits until it can be used", StringComparison.Ordinal));
    }

    private static Task<long> CountSentAsync(NewsRig rig) =>
        rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE state = 'sent'"));

    private async Task SetReadOnlyAsync(string value)
    {
        await cluster.Server.ExecuteAsync($"ALTER SYSTEM SET default_transaction_read_only {value}");
        await cluster.Server.ExecuteAsync("SELECT pg_reload_conf()");
    }

    private static Task WritePasswordAsync(TemporaryFolder folder, string password) =>
        File.WriteAllTextAsync(folder["pgpass"], $"*:*:*:careful:{password}\n");
}
