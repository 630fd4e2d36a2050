using System.Net;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.News.Running;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>What moderators are told of feeds that end or fail.</summary>
public sealed class FeedHealthTests
{
    private const string Server = "200000000000000000";
    private const string OtherServer = "210000000000000077";
    private const string Audit = "200000000000000030";
    private const string OtherAudit = "200000000000000031";
    private const string Text = "200000000000000020";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)> { [Text] = ("news", 0, ulong.MaxValue >> 1) },
    };

    [Fact]
    public async Task A_feed_that_is_gone_is_asked_no_more_and_its_followers_are_told_once()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("feeds add", ("url", feed.Url));

        server["/own.xml"] = FeedServer.Send(HttpStatusCode.Gone);
        var notice = Assert.Single(await rig.PostsAsync(1));
        var asked = Asked(server);

        Assert.Equal(Audit, notice.Channel);
        Assert.Contains("Own feed", notice.Text);
        Assert.Contains("gone for good (410)", notice.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("**gone**", (await user.RunCommandAsync("feeds list")).Text);
        await ReadOthersAsync(rig);
        Assert.Equal(asked, Asked(server));
        Assert.Single(rig.SimulatedChannels.Posted.All);

        Assert.Contains("410", (await user.RunCommandAsync("feeds check", ("url", feed.Url))).Text);
        Assert.Contains("410", (await user.RunCommandAsync("feeds add", ("url", feed.Url))).Text);
    }

    [Theory]
    [InlineData("feeds check", "It is back")]
    [InlineData("feeds add", "on this server's list already")]
    public async Task A_feed_that_was_gone_and_can_be_read_again_is_asked_for_again(string command, string reply)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("feeds add", ("url", feed.Url));
        await user.RunCommandAsync("news follow", ("channel", Text), ("when", "instant"), ("feed", "Own feed"));
        server["/own.xml"] = FeedServer.Send(HttpStatusCode.Gone);
        await rig.PostsAsync(1);

        var back = TestFeed.On(server, "/own.xml", "Own feed").Add(new TestStory("Old story") { Link = "https://news.test/0" });
        Assert.Contains(reply, (await user.RunCommandAsync(command, ("url", feed.Url))).Text);
        back.Add("New story");

        Assert.Equal("New story", TestFeed.TitleOf((await rig.PostsAsync(2))[1]));
    }

    [Fact]
    public async Task A_feed_that_is_gone_where_it_had_moved_to_is_asked_for_at_home_again()
    {
        var server = await FeedServer.StartAsync();
        var moved = TestFeed.On(server, "/new.xml", "Own feed").Add("Old story");
        await using var rig = await StartAsync(server);
        var home = TestFeed.On(server, "/own.xml", "Own feed").Add(new TestStory("Old story") { Link = "https://news.test/0" });
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("feeds add", ("url", home.Url));
        server["/own.xml"] = FeedServer.Send(HttpStatusCode.MovedPermanently, ("Location", "/new.xml"));
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(home)).MovedTo == moved.Url, "the move to be noted");

        server["/new.xml"] = FeedServer.Send(HttpStatusCode.Gone);
        TestFeed.On(server, "/own.xml", "Own feed").Add("Old story").Add("New story");
        await NewsRig.UntilAsync(
            async () => await rig.RecordAsync(home) is { MovedTo: null, Fault: null, GoneAt: null },
            "it to be read at home"
        );

        Assert.Empty(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public async Task A_feed_that_fails_for_a_day_is_told_to_the_moderators_who_have_it_once_over_restarts()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        var clock = new LeapingClock();
        await using var rig = await StartAsync(server, clock);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("feeds add", ("url", feed.Url));
        feed.IsDown = true;
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(feed)).Fault is not null, "the fault to be noted");

        clock.Leap(TimeSpan.FromHours(23));
        await ReadOthersAsync(rig);
        Assert.Empty(rig.SimulatedChannels.Posted.All);
        clock.Leap(TimeSpan.FromHours(2));
        var notice = Assert.Single(await rig.PostsAsync(1));

        Assert.Equal(Audit, notice.Channel);
        Assert.Contains("could not be read for a day", notice.Text);
        Assert.Contains("503", notice.Text);
        clock.Leap(TimeSpan.FromHours(30));
        await using var next = await rig.Bot.RestartAsync();
        await ReadOthersAsync(rig, next.Services);
        Assert.Single(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public async Task A_feed_that_was_read_between_is_told_again_only_after_another_day()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        var clock = new LeapingClock();
        await using var rig = await StartAsync(server, clock);
        await rig.Discord.As(Moderator).RunCommandAsync("feeds add", ("url", feed.Url));
        feed.IsDown = true;
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(feed)).Fault is not null, "the fault to be noted");
        clock.Leap(TimeSpan.FromHours(25));
        await rig.PostsAsync(1);

        feed.IsDown = false;
        clock.Leap(TimeSpan.FromHours(25));
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(feed)).Fault is null, "it to be read");
        feed.IsDown = true;
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(feed)).Fault is not null, "it to fail again");
        clock.Leap(TimeSpan.FromHours(2));
        await ReadOthersAsync(rig);
        Assert.Single(rig.SimulatedChannels.Posted.All);
        clock.Leap(TimeSpan.FromHours(23));

        Assert.Contains("could not be read for a day", (await rig.PostsAsync(2))[1].Text);
    }

    private static async Task<NewsRig> StartAsync(FeedServer server, TimeProvider? time = null)
    {
        var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/operator.xml")],
            discord =>
            {
                discord.SimulatedChannels.Add(Audit);
                discord.SimulatedChannels.Add(Text);
                discord.SimulatedChannels.Add(new SimulatedChannel { Id = OtherAudit, Guild = OtherServer });
            },
            discord: new FakeDiscordOptions { IdentifyPace = TimeSpan.Zero },
            time: time,
            settings: (NewsRig.NoFollow, "")
        );
        var servers = rig.Bot.Services.GetRequiredService<ServerStore>();
        await servers.SetAuditChannelAsync(Server, Audit, sendsSummary: false);
        await servers.SetAuditChannelAsync(OtherServer, OtherAudit, sendsSummary: false);
        return rig;
    }

    private static int Asked(FeedServer server) => server.Requests.Count(request => request[":path"] == "/own.xml");

    // The operator's feed is read twice more: what was due in between has happened.
    private static async Task ReadOthersAsync(NewsRig rig, IServiceProvider? services = null)
    {
        var database = (services ?? rig.Bot.Services).GetRequiredService<IDatabase>();
        for (var i = 0; i < 2; i++)
        {
            var before = await ReadAsync();
            await NewsRig.UntilAsync(async () => await ReadAsync() > before, "the other feed to be read");
        }

        Task<long> ReadAsync() =>
            database.ReadAsync(connection =>
                connection.ExecuteScalarAsync<long>("SELECT polled_at FROM feeds WHERE url LIKE '%operator.xml'")
            );
    }
}
