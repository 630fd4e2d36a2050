using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>What moderators are told of an address before it is followed.</summary>
public sealed class FeedCheckTests
{
    private static readonly SimulatedMember Moderator = new();

    [Fact]
    public async Task Address_without_a_feed_is_refused_with_the_reason()
    {
        var server = await FeedServer.StartAsync();
        server["/page"] = FeedServer.Send("<html><p>Nothing here</p></html>"u8.ToArray(), ("Content-Type", "text/html"));
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);

        Assert.Contains(
            "is no feed and names none",
            (await user.RunCommandAsync("feeds add", ("url", server.Address("/page").ToString()))).Text
        );
        Assert.Contains("private", (await user.RunCommandAsync("feeds add", ("url", "http://10.0.0.1/feed"))).Text);
        Assert.Contains("no feed", (await user.RunCommandAsync("feeds check", ("url", server.Address("/page").ToString()))).Text);
        Assert.Contains("neither http nor https", (await user.RunCommandAsync("feeds check", ("url", "file:///etc/passwd"))).Text);
    }

    [Theory]
    [InlineData(
        "<link rel=alternate type=application/rss+xml title='Lab &raquo; Comments Feed' href=/comments/feed/><link rel=alternate "
            + "type=application/rss+xml href=/own.xml>"
    )]
    [InlineData("<link rel=alternate type=application/rss+xml href=/dead><link rel=alternate type=application/json href=/own.xml>")]
    [InlineData("<p>Read us <a href='/own.xml?format=rss'>elsewhere</a></p>")]
    public async Task Of_the_feeds_of_a_page_that_of_the_articles_is_added(string links)
    {
        var server = await FeedServer.StartAsync();
        TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        TestFeed.On(server, "/comments/feed/", "Comments").Add("Ann", "https://news.test/1#comment-1");
        server["/"] = FeedServer.Send(
            System.Text.Encoding.UTF8.GetBytes($"<html><body>{links}</body></html>"),
            ("Content-Type", "text/html")
        );
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);

        var check = await user.RunCommandAsync("feeds check", ("url", server.Address("/").ToString()));
        var added = await user.RunCommandAsync("feeds add", ("url", $"<{server.Address("/")}>"));

        Assert.Contains("its page names a feed:", check.Text);
        Assert.Contains("own.xml", check.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("Added: [Own feed]", added.Text);
    }

    [Theory]
    [InlineData("<!-- {0} -->")]
    [InlineData("<br />\n<b>Notice</b>: {0} in <b>/a.php</b> on line <b>3</b><br />\n")]
    [InlineData("<!DOCTYPE rss [<!-- {0} --><!ENTITY a \"b\">]>")]
    [InlineData(" \n {0}")]
    public async Task Feed_that_a_check_reads_can_be_added(string beginning)
    {
        var server = await FeedServer.StartAsync();
        var body =
            beginning.Replace("{0}", string.Concat(Enumerable.Repeat("x ", 5000)), StringComparison.Ordinal)
            + "<rss><channel><title>Own feed</title><item><title>One</title></item></channel></rss>";
        server["/own.xml"] = FeedServer.Send(System.Text.Encoding.UTF8.GetBytes(body), ("Content-Encoding", "utf-8"));
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);

        Assert.Contains(
            "a feed of 1 entry",
            (await user.RunCommandAsync("feeds check", ("url", server.Address("/own.xml").ToString()))).Text
        );
        Assert.Single(server.Requests, request => request[":path"] == "/own.xml");
        Assert.Contains(
            "Added: [Own feed]",
            (
                await user.RunCommandAsync(
                    "feeds add",
                    ("url", server.Address("/own.xml").ToString().Replace("http:", "feed:", StringComparison.Ordinal))
                )
            ).Text
        );
    }

    [Fact]
    public async Task A_check_asks_a_failing_server_once()
    {
        var server = await FeedServer.StartAsync();
        server["/own.xml"] = FeedServer.Send(System.Net.HttpStatusCode.InternalServerError);
        await using var rig = await StartAsync(server);

        Assert.Contains(
            "500",
            (await rig.Discord.As(Moderator).RunCommandAsync("feeds check", ("url", server.Address("/own.xml").ToString()))).Text
        );
        Assert.Single(server.Requests, request => request[":path"] == "/own.xml");
    }

    [Fact]
    public async Task Feed_check_reports_each_stage()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("A story").Add("Another story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);

        var reply = await rig.Discord.As(Moderator).RunCommandAsync("feeds check", ("url", feed.Url));

        Assert.Contains(@"127\.0.0.1 answers", reply.Text);
        Assert.Contains("2 entries, 0 of them twice", reply.Text);
        Assert.Contains("told apart by their ids", reply.Text);
        Assert.Contains("Another story", reply.Text);
    }

    private static Task<NewsRig> StartAsync(FeedServer server) =>
        NewsRig.StartAsync(server, [TestFeed.On(server, "/operator.xml")], settings: (NewsRig.NoFollow, ""));
}
