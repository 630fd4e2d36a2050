using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Benchmarks.News;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Channels;

namespace AiNewsBot.Kill.Tests;

/// <summary>
/// Kills the bot at every stage of a post and at random, with faults of Discord's in between and with a second process on the same
/// database, and then counts: each story must stand in each channel once. Wanted: none lost, none twice.
/// </summary>
internal sealed partial class KillRuns : IAsyncDisposable
{
    private const string Announcements = "200000000000000103";
    private const string Forum = "200000000000000104";
    private const string Named = "200000000000000105";
    private const string NamedForum = "200000000000000106";
    private const string Limited = "200000000000000107";
    private const string FirstText = "2000000000000002";

    // Without pictures, where settings are made in the file.
    private const string Plain = $"{FirstText}01";

    // In the path of each use of a webhook, and not where one is asked for.
    private const string ByWebhook = "/token-of-";
    private static readonly TimeSpan StageLimit = TimeSpan.FromSeconds(8);

    // A forum or a webhook may be waiting for what an earlier run left in doubt.
    private static readonly TimeSpan LongLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TakeoverLimit = TimeSpan.FromSeconds(60);

    private readonly KillSetup _setup;
    private readonly PartitionOwners? _owners;
    private readonly string[] _channels;
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<KillStage, int> _reached = [];
    private readonly List<string> _stories = [];
    private readonly Random _random;
    private readonly FakeDiscord _discord;
    private readonly LocalFeeds _feeds;
    private readonly LocalFeed[] _lists;
    private readonly List<Process> _running = [];
    private readonly List<string> _log = [];
    private TimeSpan? _slowest;

    private KillRuns(KillSetup setup, FakeDiscord discord, LocalFeeds feeds, int seed)
    {
        (_setup, _discord, _feeds, _random) = (setup, discord, feeds, new Random(seed));
        _owners = setup.Cluster is { } cluster ? new PartitionOwners(cluster) : null;
        string[] texts = [.. Enumerable.Range(1, setup.Texts).Select(number => FormattableString.Invariant($"{FirstText}{number:00}"))];
        _channels = [.. texts, Announcements, Forum, .. _owners is null ? (string[])[Named, NamedForum, Limited] : []];
        _lists = [.. Enumerable.Range(1, setup.Feeds).Select(number => feeds.Add(FormattableString.Invariant($"feed{number}")))];
        foreach (var list in _lists)
            list.Add([$"Before {list.Url.Split('/')[^1]}"]);
        foreach (var text in texts)
            _discord.SimulatedChannels.Add(text);
        _discord.SimulatedChannels.Add(Announcements, type: 5);
        _discord.SimulatedChannels.Add(new SimulatedChannel { Id = Forum, Type = 15 });
        _discord.SimulatedChannels.Add(Named);
        _discord.SimulatedChannels.Add(new SimulatedChannel { Id = NamedForum, Type = 15 });
        _discord.SimulatedChannels.Add(Limited);
        _discord.SimulatedChannels.Add(new SimulatedChannel { Id = KillSubscriptions.Direct, Type = 1 });
    }

    /// <summary>Kills so many times.</summary>
    public static async Task<KillReport> RunAsync(KillSetup setup, int times, int seed)
    {
        if (setup.Cluster is { } cluster)
            await cluster.ExecuteAsync($"CREATE DATABASE {KillSetup.Database}");
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { PublishesAnHour = 100_000 });
        await using var feeds = await LocalFeeds.StartAsync(hasPictures: true);
        await using var runs = new KillRuns(setup, discord, feeds, seed);
        var watch = Stopwatch.StartNew();
        await runs.BaselineAsync();
        for (var i = 0; i < times; i++)
            await runs.RunAsync(i);

        var (lost, twice) = await runs.CountAsync();
        var pictures = KillPictures.Count(
            runs.Places.ToDictionary(place => place, discord.SimulatedChannels.MessagesIn),
            runs._stories,
            setup.Cluster is null ? Plain : null
        );
        return new KillReport
        {
            Kills = times,
            Seed = seed,
            Elapsed = watch.Elapsed,
            Reached = runs._reached,
            Stories = runs._stories.Count,
            Channels = runs.Places.Count(),
            Lost = lost,
            Twice = twice,
            Pictures = pictures,
            Processes = setup.Processes,
            SlowestTakeover = runs._slowest,
            Violations = discord.Violations.All,
            Log = [.. runs._log.TakeLast(200)],
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
            await KillAsync(process);
        _folder.Dispose();
    }

    private async Task BaselineAsync()
    {
        StartAll();
        var read = _feeds.Requests + 2 * _lists.Length;
        await UntilAsync(() => _feeds.Requests >= read, TimeSpan.FromSeconds(60));
        if (_owners is not null)
            return;
        await KillAllAsync();
        await new KillSubscriptions(_folder["news.db"]).SetAsync(
            plain: Plain,
            templated: $"{FirstText}02",
            limited: Limited,
            [
                (Named, _discord.SimulatedChannels.Webhooks.AddOwn(Named).Id),
                (NamedForum, _discord.SimulatedChannels.Webhooks.AddOwn(NamedForum).Id),
            ]
        );
    }

    private IEnumerable<string> Places => _owners is null ? _channels.Append(KillSubscriptions.Direct) : _channels;

    private async Task RunAsync(int number)
    {
        var stages = _setup.Stages;
        var stage = stages[number < stages.Length ? number : _random.Next(stages.Length)];
        StartAll();
        await JoinAsync();

        // A second process waits to take over in every third run.
        if (_owners is null && number % 3 == 2 && _running.Count < 2)
            Start();
        Trouble();
        var isReached = await ReachAsync(stage);
        if (isReached)
            _reached[stage] = _reached.GetValueOrDefault(stage) + 1;
        if (stage == KillStage.NonceForgotten)
            _discord.SimulatedChannels.ForgetNonces();

        if (_owners is null && _running.Count == 0 && _random.Next(3) == 0)
            await new KillSubscriptions(_folder["news.db"]).LetADayPassAsync();

        // What came up while it was down is not lost either.
        if (_random.Next(2) == 0)
            AddStories(_random.Next(1, 4));
        StartAll();
    }

    // Each of several has its part of the news before one of them is killed.
    private async Task JoinAsync()
    {
        var watch = Stopwatch.StartNew();
        while (_owners is not null && watch.Elapsed < TakeoverLimit)
        {
            var parts = await Task.WhenAll(_running.Select(process => _owners.CountAsync(process.Id)));
            if (parts.Sum() == NewsPartitions.Divided && parts.Max() - parts.Min() <= 1)
                return;
            await Task.Delay(50);
        }
    }

    // Discord has bad moments meanwhile: refusals, faults, and posts that take effect though their answers say otherwise or never come.
    private void Trouble()
    {
        switch (_random.Next(8))
        {
            case 0:
                _discord.Rest.FailNext("POST", "/messages", 500, applies: true);
                break;
            case 1:
                _discord.Rest.FailNext("POST", "/messages", 0, applies: true);
                break;
            case 2:
                _discord.Rest.FailNext(
                    "POST",
                    "/messages",
                    429,
                    """{"message":"You are being rate limited.","retry_after":0.3,"global":false}""",
                    0.3
                );
                break;
            case 3:
                _discord.Rest.FailNext("POST", "/threads", 502, applies: true);
                break;
            case 4:
                _discord.Rest.FailNext("POST", "webhooks/", 500, applies: true);
                break;
            case 5:
                _discord.Rest.FailNext("POST", "webhooks/", 0, applies: true);
                break;
        }
    }

    private LocalFeed AddStories(int count)
    {
        string[] titles =
        [
            .. Enumerable
                .Range(_stories.Count, count)
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"Story number {number:00000}")),
        ];
        _stories.AddRange(titles);
        var list = _lists[_random.Next(_lists.Length)];
        list.Add(titles);
        return list;
    }

    private async Task<(int Lost, int Twice)> CountAsync()
    {
        StartAll();
        for (var day = 0; day < 4 && !await UntilAsync(() => Count().Lost == 0, TimeSpan.FromMinutes(1)); day++)
        {
            // What was too much for an hour or a day is in the digest behind it.
            if (_owners is null)
            {
                await KillAllAsync();
                await new KillSubscriptions(_folder["news.db"]).LetADayPassAsync();
            }

            StartAll();
        }

        // What would come twice comes soon.
        await Task.Delay(TimeSpan.FromSeconds(5));
        return Count();
    }

    private (int Lost, int Twice) Count()
    {
        var (lost, twice) = (0, 0);
        foreach (var channel in Places)
        {
            var found = _discord.SimulatedChannels.MessagesIn(channel).Select(message => message.Text).ToArray();
            foreach (var story in _stories)
            {
                var times = found.Count(text => text.Contains(story, StringComparison.Ordinal));
                lost += times == 0 ? 1 : 0;
                twice += times > 1 ? 1 : 0;
            }
        }

        return (lost, twice);
    }

    private static async Task<bool> UntilAsync(Func<bool> condition, TimeSpan limit)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > limit)
                return false;
            await Task.Delay(5);
        }

        return true;
    }
}
