using System.Diagnostics;
using System.Globalization;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Benchmarks.News;

/// <summary>What news costs: feeds with nothing new, the way of a story to its channel, and thousands of posts.</summary>
internal static class NewsLoad
{
    private const int Cycle = 10;

    /// <summary>500 feeds with nothing new: wanted under 0.5 s of processor time a
    /// cycle, and under 120 MB. And 5,000 in one process, and over three that share a database.</summary>
    public static async Task IdleFeedsAsync(bool hasPictures)
    {
        foreach (var count in (int[])[500, 5000])
            await IdleAsync(count, hasPictures);
        if (!PostgresCluster.IsInstalled)
            return;
        await using var cluster = await PostgresCluster.StartAsync();
        await IdleAsync(5000, hasPictures, processes: 3, cluster["postgres"]);
    }

    /// <summary>A story is to be posted within one interval and two seconds.</summary>
    public static async Task LatencyAsync()
    {
        await using var rig = await Rig.StartAsync(feeds: 20, channels: 1, interval: TimeSpan.FromSeconds(2));
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var posted = rig.Discord.SimulatedChannels.Posted.Count;
            var watch = Stopwatch.StartNew();
            rig.Lists[i].Add([string.Create(CultureInfo.InvariantCulture, $"Story {i}")]);
            await rig.UntilAsync(() => rig.Discord.SimulatedChannels.Posted.Count > posted, TimeSpan.FromSeconds(30));
            times.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(Random.Shared.Next(0, 2000));
        }

        Console.WriteLine($"a new story in one of 20 feeds, read each 2 s, is posted (wanted: within 4 s): {new Figures(times)}");
    }

    /// <summary>5,000 posts to 250 channels under Discord's limits: wanted 49 a second or
    /// more, no 429, order kept; and questions answered meanwhile.</summary>
    public static async Task PostsAsync(bool hasPictures)
    {
        Console.WriteLine("SQLite:");
        await PostAsync(processes: 1, connectionString: null, hasPictures);
        foreach (var processes in PostgresCluster.IsInstalled ? (int[])[1, 3] : [])
        {
            await using var cluster = await PostgresCluster.StartAsync();
            Console.WriteLine($"PostgreSQL, on a socket and without fsync, {processes} processes:");
            await PostAsync(processes, cluster["postgres"], hasPictures);
        }
    }

    private static async Task PostAsync(int processes, string? connectionString, bool hasPictures)
    {
        const int stories = 20;
        const int channels = 250;
        await using var rig = await Rig.StartAsync(
            feeds: 1,
            channels,
            interval: TimeSpan.FromSeconds(1),
            limits: true,
            gateway: true,
            processes,
            connectionString,
            hasPictures
        );

        // Channels are looked at once when they are followed, long before there is something to post.
        await rig.UntilAsync(
            () => rig.Discord.Rest.Arrivals.All.Count(arrival => arrival.StartsWith("GET channels/", StringComparison.Ordinal)) >= channels,
            TimeSpan.FromSeconds(60)
        );
        await Task.Delay(TimeSpan.FromSeconds(2));
        rig.Lists[0].Add(Enumerable.Range(0, stories).Select(number => string.Create(CultureInfo.InvariantCulture, $"Story {number:00}")));
        await rig.UntilAsync(() => rig.Discord.SimulatedChannels.Posted.Count >= 100, TimeSpan.FromSeconds(30));
        var answers = new List<double>();
        while (rig.Discord.SimulatedChannels.Posted.Count < stories * channels)
        {
            answers.Add((await rig.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"))).Elapsed.TotalMilliseconds);
            await Task.Delay(250);
            if (rig.HasEnded)
                throw new InvalidOperationException("the bot has ended");
        }

        var sent = rig
            .Discord.Rest.Requests.All.Where(request =>
                request.Method == "POST" && request.Path.EndsWith("/messages", StringComparison.Ordinal)
            )
            .Select(request => request.At)
            .Order()
            .ToArray();
        var seconds = Stopwatch.GetElapsedTime(sent[0], sent[^1]).TotalSeconds;
        var unordered = rig.Channels.Count(channel =>
            !rig
                .Discord.SimulatedChannels[channel]
                .Messages.Select(message => message.Text)
                .SequenceEqual(
                    rig.Discord.SimulatedChannels[channel].Messages.Select(message => message.Text).Order(StringComparer.Ordinal)
                )
        );
        var memory = rig.Bots.Select(bot => BotProcess.ResidentOf(bot).ToString("0", CultureInfo.InvariantCulture));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sent.Length} posts to {channels} channels in {seconds:0.0} s: {(sent.Length - 1) / seconds:0.0} a second (wanted: "
                    + $"49), {rig.Discord.Rest.RateLimited} answered by 429, {unordered} channels out of order, "
                    + $"{string.Join(", ", memory)} MB resident"
            )
        );
        if (hasPictures)
        {
            var pictured = rig.Discord.SimulatedChannels.Posted.All.Count(post =>
                post.Body.ToString().Contains(LocalFeeds.PictureHost, StringComparison.Ordinal)
            );
            Console.WriteLine($"{pictured} posts show a picture; {rig.Feeds.Pages} pages were asked for one");
        }

        Console.WriteLine($"questions answered meanwhile: {new Figures(answers)}");
    }

    private static async Task IdleAsync(int count, bool hasPictures, int processes = 1, string? connectionString = null)
    {
        await using var rig = await Rig.StartAsync(
            feeds: count,
            channels: 1,
            interval: TimeSpan.FromSeconds(Cycle),
            processes: processes,
            connectionString: connectionString,
            hasPictures: hasPictures
        );
        await rig.CycleAsync(count);
        TimeSpan[] before = [.. rig.Bots.Select(BotProcess.ProcessorTimeOf)];
        var unchanged = rig.Feeds.Unchanged;
        const int cycles = 3;
        await Task.Delay(TimeSpan.FromSeconds(Cycle * cycles));
        var used = rig.Bots.Select(BotProcess.ProcessorTimeOf).Zip(before, (after, start) => after - start);
        var read = (rig.Feeds.Unchanged - unchanged) / (double)count;
        var processor = used.Select(time => (time.TotalSeconds / read).ToString("0.000", CultureInfo.InvariantCulture));
        var memory = rig.Bots.Select(bot => BotProcess.ResidentOf(bot).ToString("0", CultureInfo.InvariantCulture));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{count} feeds with nothing new, {processes} processes: {string.Join(", ", processor)} s of processor time a cycle over "
                    + $"{read:0.0} cycles (wanted for 500: 0.5), {string.Join(", ", memory)} MB resident (wanted for 500: 120)"
            )
        );
    }

    private sealed class Rig : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("ainewsbot-").FullName;

        private Rig(FakeDiscord discord, LocalFeeds feeds) => (Discord, Feeds) = (discord, feeds);

        public FakeDiscord Discord { get; }

        public LocalFeeds Feeds { get; }

        public LocalFeed[] Lists { get; private set; } = [];

        public string[] Channels { get; private set; } = [];

        public Process Bot => Bots[0];

        public List<Process> Bots { get; } = [];

        public bool HasEnded => Bots.Exists(bot => bot.HasExited);

        public static async Task<Rig> StartAsync(
            int feeds,
            int channels,
            TimeSpan interval,
            bool limits = false,
            bool gateway = false,
            int processes = 1,
            string? connectionString = null,
            bool hasPictures = false
        )
        {
            var rig = new Rig(
                await FakeDiscord.StartAsync(new FakeDiscordOptions { EnforcesLimits = limits }),
                await LocalFeeds.StartAsync(hasPictures)
            );
            rig.Lists = [.. Enumerable.Range(0, feeds).Select(number => rig.Feeds.Add($"feed{number}"))];
            foreach (var list in rig.Lists)
                list.Add(Enumerable.Range(0, 20).Select(number => $"Old story {number} of {list.Url}"));
            rig.Channels =
            [
                .. Enumerable
                    .Range(0, channels)
                    .Select(number => string.Create(CultureInfo.InvariantCulture, $"2000000000000010{number:00}")),
            ];
            var settings = new Dictionary<string, string>
            {
                ["News__PollInterval"] = interval.ToString(),
                ["News__ArticlePictures"] = hasPictures ? "true" : "false",
                ["Discord__Gateway"] = gateway ? "true" : "false",
            };
            for (var i = 0; i < feeds; i++)
                settings[$"News__Feeds__{i}__Url"] = rig.Lists[i].Url;
            for (var i = 0; i < channels; i++)
            {
                rig.Discord.SimulatedChannels.Add(rig.Channels[i]);
                settings[$"News__Follow__{i}__Channel"] = rig.Channels[i];
            }

            if (connectionString is not null)
                settings["Storage__ConnectionString"] = connectionString;
            for (var i = 0; i < processes; i++)
            {
                // The first has the gateway, if one does.
                if (i > 0)
                    settings["Discord__Gateway"] = "false";
                var bot = BotProcess.News(rig._folder, rig.Discord, settings);
                _ = bot.StandardError.ReadToEndAsync();
                rig.Bots.Add(bot);
            }

            await rig.CycleAsync(feeds);
            return rig;
        }

        /// <summary>Waits until each feed was asked once.</summary>
        public Task CycleAsync(int feeds)
        {
            var wanted = Feeds.Requests + feeds;
            return UntilAsync(() => Feeds.Requests >= wanted, TimeSpan.FromMinutes(3));
        }

        public async Task UntilAsync(Func<bool> condition, TimeSpan limit)
        {
            var watch = Stopwatch.StartNew();
            while (!condition())
            {
                if (watch.Elapsed > limit || HasEnded)
                    throw new TimeoutException($"waited {limit} without success");
                await Task.Delay(5);
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var bot in Bots)
            {
                bot.Kill();
                await bot.WaitForExitAsync();
            }

            await Discord.DisposeAsync();
            await Feeds.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
