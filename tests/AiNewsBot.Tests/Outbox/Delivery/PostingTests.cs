using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Storage;
using AiNewsBot.Tests.News;
using Dapper;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>From a feed to a channel, with everything in between.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task New_story_is_posted_once_and_older_ones_are_not()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);

        feed.Add("Grok 3 weights are out");
        var post = Assert.Single(await rig.PostsAsync(1));
        await rig.ReadOnceMoreAsync(feed);

        Assert.Contains("Grok 3 weights are out", post.Text);
        Assert.Contains("about Grok 3", post.Text);
        Assert.Contains(post.ButtonIds, id => id == $"news-why:{post.Nonce}");
        Assert.Empty(post.Pings);
        Assert.Single(rig.SimulatedChannels.Posted.All);
    }

    [Fact]
    public async Task Twenty_stories_are_posted_in_order()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);

        feed.Add([.. Enumerable.Range(0, 20).Select(number => new TestStory($"Story {number:00}"))]);
        var posts = await rig.PostsAsync(20);

        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"Story {number:00}"), posts.Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task Same_story_in_two_feeds_is_one_post_that_names_both()
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one", "First paper").Add("Old story");
        var other = TestFeed.On(server, "/other", "Second paper").Add("Older story");
        await using var rig = await NewsRig.StartAsync(server, [one, other]);

        one.Add(new TestStory("OLMo 3: all of it is open") { Link = "https://one.test/olmo" });
        await rig.PostsAsync(1);
        other.Add(new TestStory("OLMo 3 – all of it is open!") { Link = "https://other.test/olmo?utm_source=rss" });
        await rig.SimulatedChannels.Edited.ReachAsync(1, "the post to be edited");

        var post = Assert.Single(rig.SimulatedChannels.Posted.All);
        Assert.Contains("also at [Second paper]", post.Text);
    }

    // By the feeds' own article under another title, and by one title with the same text; trackers, http and www make no other page.
    [Fact]
    public async Task Same_story_in_several_feeds_is_one_post_and_another_story_is_another()
    {
        var server = await FeedServer.StartAsync();
        TestFeed[] feeds =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(number => TestFeed.On(server, $"/{number}", $"Paper {number}", "https://one.test/").Add($"Old story {number}")),
        ];
        await using var rig = await NewsRig.StartAsync(server, feeds);

        feeds[0].Add(new TestStory("OLMo 3 is open") { Link = "https://www.one.test/olmo/?utm_source=rss" });
        await rig.PostsAsync(1);
        feeds[1].Add(new TestStory("An entirely different headline") { Link = "http://one.test/olmo#top" });
        feeds[2].Add(new TestStory("OLMo 3 is OPEN!") { Link = "https://three.test/1" });
        feeds[3].Add(new TestStory("OLMo 2 is open") { Link = "https://four.test/1" });
        feeds[4].Add(new TestStory("OLMo 3 is open") { Link = "https://five.test/1", Date = DateTimeOffset.UtcNow.AddDays(-3) });
        await rig.PostsAsync(3);
        await NewsRig.UntilAsync(
            async () =>
            {
                // Where the post was edited for one of them already, it rests for a minute, which is taken off here.
                await rig.Database.WriteAsync(connection =>
                    connection.ExecuteAsync("UPDATE outbox SET edited_at = edited_at - 60000 WHERE state = 'stale'")
                );
                return First().Contains("Paper 1", StringComparison.Ordinal) && First().Contains("Paper 2", StringComparison.Ordinal);
            },
            "the post to name both"
        );
        await rig.ReadOnceMoreAsync(feeds);

        Assert.Contains("also at [", First());
        Assert.Equal(3, rig.SimulatedChannels.Posted.Count);
        Assert.Equal(["OLMo 2 is open", "OLMo 3 is open"], rig.SimulatedChannels.Posted.All.Skip(1).Select(TestFeed.TitleOf).Order());

        string First() => rig.SimulatedChannels.Posted.All[0].Text;
    }

    [Fact]
    public async Task Story_with_any_date_is_posted_and_so_is_the_next()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        DateTimeOffset?[] dates =
        [
            new(2099, 12, 31, 0, 0, 0, TimeSpan.Zero),
            new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero),
            null,
            DateTimeOffset.UtcNow.AddDays(-400),
            DateTimeOffset.UtcNow,
        ];

        for (var i = 0; i < dates.Length; i++)
        {
            feed.Add(new TestStory($"Story {i}") { Date = dates[i] });
            await rig.PostsAsync(i + 1);
        }

        await rig.ReadOnceMoreAsync(feed);
        Assert.Equal(
            Enumerable.Range(0, dates.Length).Select(number => $"Story {number}"),
            rig.SimulatedChannels.Posted.All.Select(TestFeed.TitleOf)
        );
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        Assert.Equal(
            0,
            await rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM items WHERE dated_at > @now", new { now }),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Failing_subscription_does_not_stop_another_one_of_the_channel()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            settings:
            [
                ("News:Follow:0:Channel", NewsRig.Channel),
                ("News:Follow:1:Channel", NewsRig.Channel),
                ("News:Follow:1:About", "xAI"),
            ]
        );
        await rig.Database.WriteAsync(
            connection => connection.ExecuteAsync("UPDATE subscriptions SET paused_at = 1, tag = 'x' WHERE about IS NULL"),
            TestContext.Current.CancellationToken
        );

        feed.Add("Grok 3 weights are out");
        await rig.PostsAsync(1);
        Assert.True(await rig.Subscriptions.ResumeAsync(NewsRig.Channel, "x", TestContext.Current.CancellationToken));
        feed.Add("For the first alone");
        await rig.PostsAsync(2);

        Assert.Equal(["Grok 3 weights are out", "For the first alone"], rig.SimulatedChannels.Posted.All.Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task Edited_story_edits_its_post()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        feed.Add(new TestStory("Mistral opens a model") { Id = "m" });
        await rig.PostsAsync(1);

        feed.Change(story => story.Id == "m" ? story with { Title = "Mistral opens two models" } : story);
        await rig.SimulatedChannels.Edited.ReachAsync(1, "the post to be edited");

        Assert.Contains("Mistral opens two models", Assert.Single(rig.SimulatedChannels.Posted.All).Text);
    }

    [Fact]
    public async Task Subscription_posts_only_its_subject_and_pings_only_its_role()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:About", "xAI"), ("News:Follow:0:Mention", "777")]
        );

        feed.Add("Llama 4 has a new licence").Add("Grok-1 is a year old @everyone <@&778>").Add("Something else");
        var post = Assert.Single(await rig.PostsAsync(1));
        await rig.ReadOnceMoreAsync(feed);

        Assert.Contains("Grok\\-1", post.Text.Replace("Grok-1", "Grok\\-1", StringComparison.Ordinal));
        Assert.Equal(["777"], post.Pings);
        Assert.StartsWith("<@&777>", post.Text);
        Assert.DoesNotContain("<@&778>", post.Text);
        Assert.Single(rig.SimulatedChannels.Posted.All);
    }
}
