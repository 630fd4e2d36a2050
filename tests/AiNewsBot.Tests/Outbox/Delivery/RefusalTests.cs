using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using AiNewsBot.Storage;
using AiNewsBot.Tests.News;
using Dapper;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>What Discord refuses, and what comes of it.</summary>
public sealed class RefusalTests
{
    private const string Audit = "200000000000000030";

    [Theory]
    [InlineData(403, 50013, "the bot may not post there")]
    [InlineData(403, 50001, "the bot may not post there")]
    [InlineData(404, 10003, "the channel is gone")]
    [InlineData(403, 160005, "the thread is locked")]
    public async Task Refusing_channel_pauses_its_subscription_and_resumes_when_the_cause_is_gone(int status, int code, string because)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], discord => discord.SimulatedChannels.Add(Audit));
        await rig
            .Bot.Services.GetRequiredService<ServerStore>()
            .SetAuditChannelAsync(
                "200000000000000000",
                Audit,
                sendsSummary: false,
                cancellationToken: TestContext.Current.CancellationToken
            );
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync("200000000000000000")).Count == 1,
            "the channel's server to be known"
        );
        rig.SimulatedChannels[NewsRig.Channel].Refusal = (status, code);

        feed.Add("First").Add("Second");
        await rig.PostsAsync(1);
        feed.Add("Third");
        await rig.ReadOnceMoreAsync(feed);

        var told = Assert.Single(rig.SimulatedChannels.Posted.All);
        Assert.Equal(Audit, told.Channel);
        Assert.Contains(because, told.Text);
        Assert.Equal(code != 10003, told.Text.Contains("It resumes by itself", StringComparison.Ordinal));
        Assert.Equal(code == 10003, told.Text.Contains("/news unfollow", StringComparison.Ordinal));
        rig.SimulatedChannels[NewsRig.Channel].Refusal = null;
        Assert.True(await rig.Subscriptions.ResumeAsync(NewsRig.Channel, cancellationToken: TestContext.Current.CancellationToken));
        var posts = await rig.PostsAsync(4);
        Assert.Equal(["First", "Second", "Third"], posts.Skip(1).Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task Post_refused_by_automod_is_not_retried_and_blocks_nothing()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        rig.SimulatedChannels[NewsRig.Channel].ForbiddenText = "badword";

        feed.Add("A badword in it").Add("A clean one");
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Contains("A clean one", post.Text);
        Assert.Single(rig.Discord.Rest.Requests.All, request => request.Body.Contains("badword", StringComparison.Ordinal));
        Assert.Equal(
            "refused",
            await rig.Database.ReadAsync(
                connection =>
                    connection.ExecuteScalarAsync<string>(
                        "SELECT state FROM outbox JOIN items ON items.id = item_id WHERE title LIKE '%badword%'"
                    ),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Malformed_post_is_retried_once_without_its_text()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        rig.Discord.Rest.FailNext(
            "POST",
            "/messages",
            400,
            """{"message":"Invalid Form Body","code":50035,"errors":{"components":{"0":{"_errors":[{"code":"X","message":"no"}]}}}}"""
        );

        feed.Add("A strange story");
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Contains("A strange story", post.Text);
        Assert.DoesNotContain("What happened", post.Text);
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, false)]
    [InlineData(0, true)]
    [InlineData(0, false)]
    public async Task Post_applied_despite_an_error_response_is_posted_once(int status, bool applies)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        rig.Bot.Expects("returned").Expects("Failed to reach");
        for (var i = 0; i < 3; i++)
            rig.Discord.Rest.FailNext("POST", "/messages", status, applies: applies);

        feed.Add("One").Add("Two");
        var posts = await rig.PostsAsync(2);
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal(2, rig.SimulatedChannels.Posted.Count);
        Assert.Equal(["One", "Two"], posts.Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task Post_is_sent_after_the_wait_of_a_429()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        rig.Bot.Expects("Rate limited");
        rig.Discord.Rest.FailNext(
            "POST",
            "/messages",
            429,
            """{"message":"You are being rate limited.","retry_after":0.4,"global":false}""",
            0.4
        );

        feed.Add("One");
        await rig.PostsAsync(1);
        await rig.ReadOnceMoreAsync(feed);

        Assert.Single(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public async Task Archived_thread_is_reopened_and_posted_in()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            discord =>
                discord.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = NewsRig.Channel,
                        Type = 11,
                        Parent = "1",
                        IsArchived = true,
                    }
                )
        );

        feed.Add("One");
        await rig.PostsAsync(1);

        Assert.False(rig.SimulatedChannels[NewsRig.Channel].IsArchived);
    }

    [Fact]
    public async Task Announcement_posts_are_crossposted()
    {
        var (rig, _) = await AnnounceAsync(12);
        await using var running = rig;

        Assert.Equal(12, rig.SimulatedChannels.Posted.Count);
        Assert.Equal(10, rig.SimulatedChannels.Published.Count);
    }

    [Fact]
    public async Task Posts_go_on_while_publications_wait_for_their_hour()
    {
        var (rig, feed) = await AnnounceAsync(11);
        await using var running = rig;
        await NewsRig.UntilAsync(
            () => Task.FromResult(rig.Discord.Rest.Requests.All.Any(request => request.Status == 429)),
            "the eleventh publication to be refused"
        );

        feed.Add("Story 11");
        await rig.PostsAsync(12);

        Assert.Equal(10, rig.SimulatedChannels.Published.Count);
    }

    // A bot that has posted stories in an announcement channel, and published as many as Discord takes in an hour.
    private static async Task<(NewsRig Rig, TestFeed Feed)> AnnounceAsync(int stories)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(server, [feed], discord => discord.SimulatedChannels.Add(NewsRig.Channel, type: 5));
        rig.Bot.Expects("Rate limited");
        feed.Add([.. Enumerable.Range(0, stories).Select(number => new TestStory($"Story {number:00}"))]);
        await rig.PostsAsync(stories);
        await rig.SimulatedChannels.Published.ReachAsync(10, "ten publications");
        return (rig, feed);
    }

    [Fact]
    public async Task Forum_posts_are_threads_with_the_chosen_tag()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            discord =>
                discord.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = NewsRig.Channel,
                        Type = 15,
                        RequiresTag = true,
                        Tags = new() { ["77"] = "News" },
                    }
                )
        );
        await rig.Database.WriteAsync(
            connection => connection.ExecuteAsync("UPDATE subscriptions SET tag = 'news'"),
            TestContext.Current.CancellationToken
        );

        feed.Add("A thread of its own");
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Equal("A thread of its own", post.Title);
        Assert.Equal(["77"], post.Tags);
    }
}
