using AiNewsBot.Tests.News.Fetching;

namespace AiNewsBot.Tests.News.Delivery;

/// <summary>From a feed to a channel, with everything in between.</summary>
public sealed class PostingTests
{
    [Fact]
    public async Task A_new_story_is_posted_once_and_what_was_there_before_is_not()
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
        Assert.Single(rig.Board.Posted.All);
    }

    [Fact]
    public async Task Twenty_stories_at_once_come_in_their_order()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);

        feed.Add([.. Enumerable.Range(0, 20).Select(number => new TestStory($"Story {number:00}"))]);
        var posts = await rig.PostsAsync(20);

        Assert.Equal(Enumerable.Range(0, 20).Select(number => $"Story {number:00}"), posts.Select(TestFeed.TitleOf));
    }

    [Fact]
    public async Task The_same_story_in_two_feeds_is_one_post_that_names_both()
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one", "First paper").Add("Old story");
        var other = TestFeed.On(server, "/other", "Second paper").Add("Older story");
        await using var rig = await NewsRig.StartAsync(server, [one, other]);

        one.Add(new TestStory("OLMo 3: all of it is open") { Link = "https://one.test/olmo" });
        await rig.PostsAsync(1);
        other.Add(new TestStory("OLMo 3 – all of it is open!") { Link = "https://other.test/olmo?utm_source=rss" });
        await rig.Board.Edited.ReachAsync(1, "the post to be edited");

        var post = Assert.Single(rig.Board.Posted.All);
        Assert.Contains("also at [Second paper]", post.Text);
    }

    [Fact]
    public async Task An_edited_story_edits_its_post()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        feed.Add(new TestStory("Mistral opens a model") { Id = "m" });
        await rig.PostsAsync(1);

        feed.Change(story => story.Id == "m" ? story with { Title = "Mistral opens two models" } : story);
        await rig.Board.Edited.ReachAsync(1, "the post to be edited");

        Assert.Contains("Mistral opens two models", Assert.Single(rig.Board.Posted.All).Text);
    }

    [Fact]
    public async Task Only_what_a_subscription_is_about_is_posted_and_its_role_alone_is_pinged()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server, [feed], settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:About", "xAI"), ("News:Follow:0:Mention", "777")]);

        feed.Add("Llama 4 has a new licence").Add("Grok-1 is a year old @everyone <@&778>").Add("Something else");
        var post = Assert.Single(await rig.PostsAsync(1));
        await rig.ReadOnceMoreAsync(feed);

        Assert.Contains("Grok\\-1", post.Text.Replace("Grok-1", "Grok\\-1", StringComparison.Ordinal));
        Assert.Equal(["777"], post.Pings);
        Assert.StartsWith("<@&777>", post.Text);
        Assert.DoesNotContain("<@&778>", post.Text);
        Assert.Single(rig.Board.Posted.All);
    }
}
