using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Benchmarks.News;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Kill.Tests;

/// <summary>Processes of several versions on one server, which post the stories of one feed, and are edited and asked.</summary>
internal sealed class UpdatedBots : IAsyncDisposable
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly string[] Channels = ["200000000000000201", "200000000000000202", "200000000000000203"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private const int MaxAttempts = 5;

    private readonly TemporaryFolder _folder = new();
    private readonly List<HttpBot> _running = [];
    private readonly PostgresCluster _cluster;
    private readonly FakeDiscord _discord;
    private readonly LocalFeeds _feeds;
    private readonly LocalFeed _feed;
    private readonly PartitionOwners _owners;
    private int _steps;
    private int _edits;

    private UpdatedBots(PostgresCluster cluster, FakeDiscord discord, LocalFeeds feeds)
    {
        (_cluster, _discord, _feeds, _owners) = (cluster, discord, feeds, new PartitionOwners(cluster));
        _feed = feeds.Add("feed");
        _feed.Add(["Before"]);
        foreach (var channel in Channels)
            discord.SimulatedChannels.Add(channel);
    }

    public static async Task<UpdatedBots> CreateAsync()
    {
        var cluster = await PostgresCluster.StartAsync();
        await cluster.ExecuteAsync($"CREATE DATABASE {KillSetup.Database}");
        return new UpdatedBots(cluster, await FakeDiscord.StartAsync(), await LocalFeeds.StartAsync(hasPictures: false));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _running)
        {
            bot.Process.Kill();
            await bot.Process.WaitForExitAsync();
            bot.Process.Dispose();
        }

        await _feeds.DisposeAsync();
        await _discord.DisposeAsync();
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Starts a program, this one where it is null, and waits until it answers.</summary>
    public async Task<HttpBot> StartAsync(string? program = null)
    {
        var settings = KillSetup.Settings.ToList();
        settings.AddRange([
            ("News__Feeds__0__Url", _feed.Url),
            ("Storage__ConnectionString", _cluster[KillSetup.Database]),
            ("Discord__PublicKey", SignedInteraction.PublicKey),
            ("Http__Urls", "http://127.0.0.1:0"),
        ]);

        // The feed alone: what the newer facts say of promises that were kept is news, too.
        settings.AddRange(
            Channels.SelectMany(
                (channel, number) => new[] { ($"News__Follow__{number}__Channel", channel), ($"News__Follow__{number}__Feed", _feed.Url) }
            )
        );
        var bot = new HttpBot(BotProgram.Start(program, _folder, _discord, [.. settings]));
        _running.Add(bot);
        await bot.ReadyAsync();
        return bot;
    }

    /// <summary>Completes when the feed's first reading, which posts nothing, is over.</summary>
    public Task BaselineAsync()
    {
        var read = _feeds.Requests + 2;
        return UntilAsync(() => Task.FromResult(_feeds.Requests >= read), () => "the first reading of the feed");
    }

    /// <summary>Completes when a process has its part of the news.</summary>
    public Task JoinAsync(HttpBot bot) => UntilAsync(async () => await CountPartsAsync(bot) > 0, () => $"a part of the news: {bot.Log}");

    private Task<int> CountPartsAsync(HttpBot bot) => _owners.CountAsync(bot.Process.Id);

    /// <summary>Completes when a process has all of the news.</summary>
    public Task HoldAllAsync(HttpBot bot) =>
        UntilAsync(async () => await CountPartsAsync(bot) == NewsPartitions.Divided, () => $"all of the news: {bot.Log}");

    /// <summary>A story is posted, an edit is made in one process, and another one answers with it.</summary>
    public async Task StepAsync(HttpBot edited, HttpBot asked)
    {
        var story = (++_steps).ToString("00", CultureInfo.InvariantCulture);
        _feed.Add([$"Story {story}"]);
        var value = await EditAsync(edited);
        await UntilAsync(() => AnswersAsync(asked, value), () => $"an answer with {value}: {asked.Log}");
        await UntilAsync(
            () => Task.FromResult(_discord.SimulatedChannels.Posted.Count >= _steps * Channels.Length),
            () => $"story {story}: {string.Join('\n', _running.Select(bot => bot.Log))}"
        );
        Assert.All(_running, bot => Assert.False(bot.Process.HasExited, bot.Log));
    }

    // A machine that is too busy to answer within Discord's three seconds is asked again, as a person would.
    private async Task<string> EditAsync(HttpBot bot)
    {
        for (var attempt = 1; ; attempt++)
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"Event {++_edits:00}");
            try
            {
                var reply = await _discord
                    .As(new SimulatedMember(), bot.SendAsync)
                    .SubmitAsync(
                        "fact-form:0|s|grok-1|event||0|0",
                        ("value", value),
                        ("since", "1990"),
                        ("source", Source),
                        ("why", "Updated or not")
                    );
                Assert.Contains($"after: **{value}**", reply.Text);
                return value;
            }
            catch (TimeoutException) when (attempt < MaxAttempts) { }
        }
    }

    private async Task<bool> AnswersAsync(HttpBot bot, string value)
    {
        try
        {
            var user = _discord.As(new SimulatedMember(), bot.SendAsync);
            return (await user.RunCommandAsync("timeline", ("name", "grok-1"))).Text.Contains(value, StringComparison.Ordinal);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Asks a process to stop, as an update does.</summary>
    public async Task EndAsync(HttpBot bot)
    {
        using (var kill = Process.Start("kill", ["-TERM", bot.Process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await bot.Process.WaitForExitAsync();
        _running.Remove(bot);
        bot.Process.Dispose();
    }

    /// <summary>Each story is in each channel once, and Discord's protocol was kept.</summary>
    public void AssertIsWhole()
    {
        var texts = Channels.Select(channel => _discord.SimulatedChannels[channel].Messages.Select(message => message.Text).ToArray());
        Assert.All(texts, posted => Assert.Equal((_steps, _steps), (posted.Length, posted.Distinct().Count())));
        _discord.Violations.AssertNone();
    }

    private static async Task UntilAsync(Func<Task<bool>> isReached, Func<string> what)
    {
        var watch = Stopwatch.StartNew();
        while (!await isReached())
        {
            Assert.True(watch.Elapsed < Limit, $"It waited too long for {what()}");
            await Task.Delay(20);
        }
    }
}
