using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.News.Running;
using DiscordSimulator;
using Microsoft.AspNetCore.Http;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>/news why and /feeds check, step by step, and what moderators write for later.</summary>
public sealed class NewsWhyTests
{
    private const ulong All = ulong.MaxValue >> 1;
    private const string Second = "200000000000000060";
    private const string Third = "200000000000000061";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)>
        {
            [NewsRig.Channel] = ("first", 0, All),
            [Second] = ("second", 0, All),
            [Third] = ("third", 0, All),
        },
    };

    [Fact]
    public async Task Why_explains_the_fate_of_a_story_for_each_subscription()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed", "First paper").Add("Old story");
        var other = TestFeed.On(server, "/other", "Second paper").Add("Older story");
        await using var rig = await StartAsync(server, feed, other);
        var user = rig.Discord.As(Moderator);
        rig.SimulatedChannels[Third].Refusal = (403, 50013);
        rig.SimulatedChannels[Second].ForbiddenText = "Grok";
        await FollowAsync(NewsRig.Channel, "instant");
        await FollowAsync(NewsRig.Channel, "instant", ("about", "xai"));
        await FollowAsync(NewsRig.Channel, "daily", ("about", "xai"));
        await FollowAsync(NewsRig.Channel, "instant", ("about", "Llama 3"));
        await FollowAsync(NewsRig.Channel, "instant", ("feed", "Second paper"));
        await FollowAsync(Second, "instant");
        await FollowAsync(Third, "instant");

        feed.Add("Grok 3 weights are out");
        await NewsRig.UntilAsync(
            () =>
                Task.FromResult(
                    Why() is var text
                        && text.Contains("posted <t:", StringComparison.Ordinal)
                        && text.Contains("posted again", StringComparison.Ordinal)
                        && text.Contains("refused by", StringComparison.Ordinal)
                        && text.Contains("is paused", StringComparison.Ordinal)
                ),
            "the story's fates"
        );
        await FollowAsync(Second, "weekly");
        var lines = Why().Split('\n');

        Assert.Contains(
            lines,
            line =>
                line.StartsWith("- came in <t:", StringComparison.Ordinal) && line.EndsWith("from First paper", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.StartsWith("- dated <t:", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("- speaks of Grok 3, ", StringComparison.Ordinal));
        AssertFate($"all news in <#{NewsRig.Channel}>, at once", "posted <t:");
        AssertFate(
            $"news about xAI in <#{NewsRig.Channel}>, at once",
            "not posted again: another subscription of the channel has posted it"
        );
        AssertFate($"news about xAI in <#{NewsRig.Channel}>, each day", "waits for the digest due <t:");
        AssertFate($"news about Llama 3 in <#{NewsRig.Channel}>", "not posted: it does not speak of Llama 3");
        AssertFate("news from Second paper in", "not posted: it came from another feed");
        AssertFate($"all news in <#{Second}>, at once", "refused by Discord");
        AssertFate($"all news in <#{Third}>, at once", "waits; the subscription is paused: the bot may not post there");
        AssertFate($"all news in <#{Second}>, each Monday", "not posted: it came in before this was followed");
        Assert.Contains(
            "not posted: it came in before this was followed",
            (await user.RunCommandAsync("news why", ("item", "Old story"))).Text
        );
        Assert.Contains("No such story has come in here", (await user.RunCommandAsync("news why", ("item", "zebra crossing"))).Text);
        Assert.Contains(
            "Ask in a server",
            (await rig.Discord.As(Moderator with { Guild = null }).RunCommandAsync("news why", ("item", "Grok 3 weights"))).Text
        );

        string Why() => Plain(user.RunCommandAsync("news why", ("item", "Grok 3 weights")).Result.Text);

        void AssertFate(string subscription, string fate) =>
            Assert.Contains(fate, Assert.Single(lines, line => line.StartsWith($"- {subscription}", StringComparison.Ordinal)));

        async Task FollowAsync(string channel, string when, params (string, object)[] options) =>
            Assert.Contains(
                "From now on",
                (await user.RunCommandAsync("news follow", [("channel", channel), ("when", when), .. options])).Text
            );
    }

    [Fact]
    public async Task Why_explains_each_stage_from_the_server_to_the_channel()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed", "First paper").Add("Old story");
        server["/strange"] = http =>
        {
            http.Response.Headers.CacheControl = "max-age=3600";
            return http.Response.WriteAsync(
                "<rss><channel><item><title>One</title><link>http://a.test/1</link></item><item>"
                    + "<title>One</title><link>http://a.test/1</link><pubDate>2026-03-01</pubDate></item></channel>"
                    + "</rss>"
            );
        };
        await using var rig = await StartAsync(server, feed);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"));
        feed.Add("The new story");
        await rig.PostsAsync(1);
        await NewsRig.UntilAsync(
            () => Task.FromResult(Check(feed.Url).Contains("posted <t:", StringComparison.Ordinal)),
            "the post to be noted"
        );

        var known = Check(feed.Url);
        Assert.Contains("it is a feed of 2 entries, 0 of them twice", known);
        Assert.Contains("with a date that can be read: 2 of 2", known);
        Assert.Contains("it is a feed of the bot's operator", known);
        Assert.Contains("what it had then is not posted", known);
        Assert.Contains($"in <#{NewsRig.Channel}>: not posted: it came in before this was followed", known);
        var unknown = Check(server.Address("/strange").ToString());
        Assert.Contains("it is a feed of 2 entries, 1 of them twice", unknown);
        Assert.Contains("with a date that can be read: 1 of 2", unknown);
        Assert.Contains("told apart by their links", unknown);
        Assert.Contains("the server asks for 60 minutes between two readings", unknown);
        Assert.Contains("it is on no list of this server: add it with `/feeds add`", unknown);

        feed.IsDown = true;
        await NewsRig.UntilAsync(async () => (await rig.RecordAsync(feed)).Failures >= 2, "two failures");
        var failing = Check(feed.Url);
        Assert.Contains("no feed: ", failing.Replace("*", "", StringComparison.Ordinal));
        Assert.Contains("503", failing);
        Assert.Matches("failed [0-9]+ times in a row", failing);

        string Check(string url) => Plain(user.RunCommandAsync("feeds check", ("url", url)).Result.Text);
    }

    [Fact]
    public async Task Scheduled_post_is_posted_once_at_its_hour()
    {
        var server = await FeedServer.StartAsync();
        var (clock, feed) = (new LeapingClock(), TestFeed.On(server, "/feed").Add("Old story"));
        await using var rig = await NewsRig.StartAsync(server, [feed], time: clock, settings: (NewsRig.NoFollow, ""));
        var user = rig.Discord.As(Moderator);
        var form = await user.RunCommandAsync("news post", ("channel", NewsRig.Channel), ("at", "2h"));
        var preview = await user.SubmitAsync(form.FormId!, ("title", "We meet"), ("text", "On Friday."), ("link", "https://meet.test/"));
        await user.PressAsync(preview.Buttons["Schedule it"]);
        clock.Leap(TimeSpan.FromMinutes(119));
        await rig.ReadOnceMoreAsync(feed);
        Assert.Empty(rig.SimulatedChannels.Posted.All);

        clock.Leap(TimeSpan.FromMinutes(2));
        var post = Assert.Single(await rig.PostsAsync(1));
        clock.Leap(TimeSpan.FromHours(3));
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal(("We meet", NewsRig.Channel), (TestFeed.TitleOf(post), post.Channel));
        Assert.Empty(post.Pings);
        Assert.Single(rig.SimulatedChannels.Posted.All);
    }

    private static Task<NewsRig> StartAsync(FeedServer server, params TestFeed[] feeds) =>
        NewsRig.StartAsync(
            server,
            feeds,
            discord =>
            {
                discord.SimulatedChannels.Add(Second);
                discord.SimulatedChannels.Add(Third);
            },
            settings: (NewsRig.NoFollow, "")
        );

    private static string Plain(string text) => text.Replace("\\", "", StringComparison.Ordinal);
}
