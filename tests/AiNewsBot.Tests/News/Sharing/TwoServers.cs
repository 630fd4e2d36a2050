using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Channels;

namespace AiNewsBot.Tests.News.Sharing;

/// <summary>A bot in two servers: one follows the operator's feed, the other has added a feed of its own.</summary>
internal sealed class TwoServers : IAsyncDisposable
{
    public const string TheirChannel = "200000000000000071";
    private const ulong All = ulong.MaxValue >> 1;

    private TwoServers(NewsRig rig, TestFeed good, TestFeed evil) => (Rig, Good, Evil) = (rig, good, evil);

    public NewsRig Rig { get; }

    /// <summary>The operator's feed.</summary>
    public TestFeed Good { get; }

    /// <summary>The other server's own feed.</summary>
    public TestFeed Evil { get; }

    public static SimulatedMember Here { get; } =
        new() { Channels = new Dictionary<string, (string, int, ulong)> { [NewsRig.Channel] = ("news", 0, All) } };

    public static SimulatedMember There { get; } =
        new()
        {
            User = "300000000000000071",
            Guild = "210000000000000071",
            Channels = new Dictionary<string, (string, int, ulong)> { [TheirChannel] = ("theirs", 0, All) },
        };

    public SimulatedUser User => Rig.Discord.As(Here);

    public SimulatedUser Stranger => Rig.Discord.As(There);

    /// <summary>The posts of the server that added nothing.</summary>
    public IReadOnlyList<SimulatedMessage> Posts => Rig.SimulatedChannels[NewsRig.Channel].Messages;

    public IReadOnlyList<SimulatedMessage> TheirPosts => Rig.SimulatedChannels[TheirChannel].Messages;

    public static Task<TwoServers> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    /// <param name="prepare">Puts into each feed what is in it from the beginning.</param>
    /// <param name="settings">Configuration keys and values.</param>
    public static async Task<TwoServers> StartAsync(Action<TestFeed> prepare, params (string Key, string Value)[] settings)
    {
        var server = await FeedServer.StartAsync();
        var good = TestFeed.On(server, "/good", "Good paper", "https://good.test/").Add("Old story");
        var evil = TestFeed.On(server, "/evil", "Evil paper", "https://good.test/").Add("Old gossip", "https://evil.test/old");
        prepare(good);
        prepare(evil);
        var rig = await NewsRig.StartAsync(
            server,
            [good],
            discord => discord.SimulatedChannels.Add(new SimulatedChannel { Id = TheirChannel, Guild = There.Guild! }),
            settings: settings
        );
        var both = new TwoServers(rig, good, evil);
        Assert.Contains("Added", (await both.Stranger.RunCommandAsync("feeds add", ("url", evil.Url))).Text);
        return both;
    }

    /// <summary>Both servers follow all that they may see.</summary>
    public async Task FollowThereAsync(string when = "instant") =>
        Assert.Contains("From now on", (await Stranger.RunCommandAsync("news follow", ("channel", TheirChannel), ("when", when))).Text);

    /// <summary>The other server's feed brings a story, which is taken in.</summary>
    public async Task EvilBringsAsync(TestStory story)
    {
        Evil.Add(story);
        await Rig.ReadOnceMoreAsync(Evil);
    }

    public ValueTask DisposeAsync() => Rig.DisposeAsync();
}
