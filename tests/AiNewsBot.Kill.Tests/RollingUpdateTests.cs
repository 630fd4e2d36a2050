using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Benchmarks.News;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Kill.Tests;

/// <summary>
/// A version of the program beside an earlier one on one server: the one that AINEWSBOT_EARLIER_PROGRAM names, which the gate builds from
/// the commit before the news was divided over processes.
/// </summary>
[Trait("Category", "Kill")]
public sealed class RollingUpdateTests : IAsyncDisposable
{
    private const string NoEarlier = "AINEWSBOT_EARLIER_PROGRAM names no earlier version of the program";
    private static readonly string[] Channels = ["200000000000000201", "200000000000000202", "200000000000000203"];
    private static readonly string? Earlier = Environment.GetEnvironmentVariable("AINEWSBOT_EARLIER_PROGRAM");

    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _running = [];

    public static bool HasEarlier => PostgresCluster.IsInstalled && !string.IsNullOrEmpty(Earlier);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _folder.Dispose();
    }

    [Fact(Skip = NoEarlier, SkipUnless = nameof(HasEarlier))]
    public async Task News_is_posted_once_while_processes_of_two_versions_are_replaced_one_by_one_and_back()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        await cluster.ExecuteAsync("CREATE DATABASE news");
        await using var discord = await FakeDiscord.StartAsync();
        await using var feeds = await LocalFeeds.StartAsync(hasPictures: true);
        var feed = feeds.Add("feed");
        feed.Add(["Before"]);
        foreach (var channel in Channels)
            discord.SimulatedChannels.Add(channel);
        var stories = 0;
        var old = Start(Earlier);
        var read = feeds.Requests + 2;
        while (feeds.Requests < read)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await PostAsync();

        // The new one waits while the old one has the news; then it has it, and so on back.
        var first = Start();
        await PostAsync();
        await EndAsync(old);
        await PostAsync();
        Start();
        await PostAsync();
        Start(Earlier);
        await PostAsync();
        await EndAsync(first);
        await PostAsync();

        var texts = Channels.Select(channel => discord.SimulatedChannels[channel].Messages.Select(message => message.Text).ToArray());
        Assert.All(texts, posted => Assert.Equal(stories, posted.Length));
        Assert.All(texts, posted => Assert.Equal(stories, posted.Distinct().Count()));
        discord.Violations.AssertNone();

        async Task PostAsync()
        {
            feed.Add([string.Create(CultureInfo.InvariantCulture, $"Story {++stories:00}")]);
            await discord.SimulatedChannels.Posted.ReachAsync(stories * Channels.Length, $"story {stories}");
        }

        Process Start(string? program = null)
        {
            var settings = KillSetup.Settings.ToList();
            settings.AddRange([("News__Feeds__0__Url", feed.Url), ("Storage__ConnectionString", cluster["news"])]);

            // The feed alone: what the newer facts say of promises that were kept is news, too.
            settings.AddRange(
                Channels.SelectMany(
                    (channel, number) =>
                        new[] { ($"News__Follow__{number}__Channel", channel), ($"News__Follow__{number}__Feed", feed.Url) }
                )
            );
            var process = BotProgram.Start(program, _folder, discord, [.. settings]);
            process.BeginErrorReadLine();
            _running.Add(process);
            return process;
        }
    }

    private async Task EndAsync(Process process)
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _running.Remove(process);
        process.Dispose();
    }
}
