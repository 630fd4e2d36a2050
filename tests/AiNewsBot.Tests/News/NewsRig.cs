using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News;

/// <summary>The whole bot between a server of feeds and a fake Discord.</summary>
internal sealed class NewsRig : IAsyncDisposable
{
    public const string Channel = "200000000000000010";

    /// <summary>A setting that says that the operator follows nothing.</summary>
    public const string NoFollow = "no follow";

    // The shortest that an operator may set is a second: a test that waits for the next reading need not.
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    private int _taken;

    private NewsRig(FeedServer feeds, RunningBot bot) => (Feeds, Bot) = (feeds, bot);

    public FeedServer Feeds { get; }

    public RunningBot Bot { get; }

    public FakeDiscord Discord => Bot.Discord;

    public SimulatedChannels SimulatedChannels => Bot.Discord.SimulatedChannels;

    public IDatabase Database => Bot.Services.GetRequiredService<IDatabase>();

    /// <summary>Starts a bot that reads these feeds five times a second and follows all of them in one channel, unless told
    /// otherwise.</summary>
    public static async Task<NewsRig> StartAsync(
        FeedServer server,
        TestFeed[] feeds,
        Action<FakeDiscord>? prepare = null,
        FakeDiscordOptions? discord = null,
        TimeProvider? time = null,
        Action<IServiceCollection>? change = null,
        params (string Key, string Value)[] settings
    )
    {
        var keys = new Dictionary<string, string?>
        {
            ["News:Enabled"] = "true",

            // The pages of tests' stories are nowhere.
            ["News:ArticlePictures"] = "false",
            ["News:AllowedPrivateAddresses"] = "127.0.0.1",
            ["News:WatchedOrganizations"] = "",

            // Stories of tests bear fixed dates.
            ["News:MaxAgeDays"] = "36500",
        };
        for (var i = 0; i < feeds.Length; i++)
            keys[$"News:Feeds:{i}:Url"] = feeds[i].Url;
        foreach (var (key, value) in settings)
            keys[key] = value;
        if (!keys.Remove(NoFollow) && !keys.Keys.Any(key => key.StartsWith("News:Follow", StringComparison.Ordinal)))
            keys["News:Follow:0:Channel"] = Channel;
        var bot = await RunningBot.StartAsync(
            discord,
            change: services =>
            {
                if (!keys.ContainsKey("News:PollInterval"))
                    services.Select(service => service.ImplementationInstance).OfType<NewsSettings>().Single().PollInterval = PollInterval;
                if (time is not null)
                    services.AddSingleton(time);
                change?.Invoke(services);
            },
            prepare: fake =>
            {
                fake.SimulatedChannels.Add(Channel);
                prepare?.Invoke(fake);
            },
            settings: keys
        );
        var rig = new NewsRig(server, bot);
        try
        {
            await rig.BaselineAsync(feeds.Length);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}; {rig.DescribeLog()}", exception);
        }

        return rig;
    }

    /// <summary>Waits until each feed was read for the first time.</summary>
    public Task BaselineAsync(int feeds) =>
        UntilAsync(
            async () =>
                await Database.ReadAsync(connection =>
                    connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM feeds WHERE baseline_at IS NOT NULL")
                ) >= feeds,
            "all feeds to be read for the first time"
        );

    /// <summary>Waits until each feed was read once more from now on.</summary>
    public async Task ReadOnceMoreAsync(params TestFeed[] feeds)
    {
        // The second of two further requests begins after the answer to the first was taken in.
        var wanted = feeds.Select(feed => (feed, Count: feed.Requests + 2)).ToArray();
        await UntilAsync(() => Task.FromResult(wanted.All(one => one.feed.Requests >= one.Count)), "the feeds to be read again");
    }

    /// <summary>The first post that was not asked for yet: it may have come before it is asked for.</summary>
    public async Task<SimulatedMessage> NextPostAsync() => (await PostsAsync(_taken + 1))[_taken - 1];

    private async Task<string> DescribeOutboxAsync() =>
        string.Join(
            '\n',
            await Database.ReadAsync(connection =>
                connection.QueryAsync<string>(
                    "SELECT items.title || ': ' || coalesce(outbox.state, 'no post') || ' ' || coalesce(outbox.reason, '') || ' ' || "
                        + "coalesce(CAST(outbox.not_before AS TEXT), '') FROM items LEFT JOIN outbox ON outbox.item_id = items.id"
                )
            )
        );

    private string DescribeLog() =>
        $"the bot logged:\n{string.Join('\n', Bot.Log.Select(entry => $"{entry.Level} {entry.Message} {entry.Exception}"))}";

    public async Task<IReadOnlyList<SimulatedMessage>> PostsAsync(int count)
    {
        try
        {
            await SimulatedChannels.Posted.ReachAsync(count, $"{count} posts");
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}; the outbox has\n{await DescribeOutboxAsync()}\n{DescribeLog()}", exception);
        }

        _taken = Math.Max(_taken, count);
        return SimulatedChannels.Posted.All;
    }

    public FeedStore FeedStore => Bot.Services.GetRequiredService<FeedStore>();

    public SubscriptionStore Subscriptions => Bot.Services.GetRequiredService<SubscriptionStore>();

    public async Task<FeedRecord> RecordAsync(TestFeed feed) => (await FeedStore.FindAsync(FeedAddress.TryParse(feed.Url)!, null))!;

    /// <summary>Waits for a state without an event.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        for (var i = 0; i < 2400; i++)
        {
            if (await condition())
                return;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"waited 120 s without success for {what}");
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Feeds.DisposeAsync();
    }
}
