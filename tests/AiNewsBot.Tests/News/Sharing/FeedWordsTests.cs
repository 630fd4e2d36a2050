using AiNewsBot.Feeds.Tests.Fetching;
using Dapper;

namespace AiNewsBot.Tests.News.Sharing;

/// <summary>Among the operator's feeds: who follows one reads its words, and only what is surely one story is one post.</summary>
public sealed class FeedWordsTests
{
    [Fact]
    public async Task Who_follows_the_second_of_two_feeds_reads_the_seconds_words()
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one", "First paper", "https://lab.test/").Add("Old story");
        var other = TestFeed.On(server, "/other", "Second paper", "https://lab.test/").Add("Older story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [one, other],
            settings: [("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:Feed", other.Url)]
        );

        one.Add(new TestStory("Grok 3 is out") { Link = "https://lab.test/grok", Summary = "The first's text." });
        await rig.ReadOnceMoreAsync(one);
        other.Add(
            new TestStory("Grok 3: it is out")
            {
                Id = "second",
                Link = "https://lab.test/grok",
                Summary = "The second's text.",
            }
        );
        var post = Assert.Single(await rig.PostsAsync(1));
        one.Change(story => story with { Title = $"{story.Title}, edited" });
        await rig.ReadOnceMoreAsync(one);

        Assert.Equal("Grok 3: it is out", TestFeed.TitleOf(post));
        Assert.Contains("The second's text", post.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("also at [First paper]", post.Text);
        Assert.DoesNotContain("edited", rig.SimulatedChannels.Posted.All[0].Text);
    }

    // A copy on a blog's host names the article that it is a copy of; a commentary on the same article does not.
    [Theory]
    [InlineData("https://copies.test/7", "https://lab.test/grok", 1)]
    [InlineData("https://lab.test/grok", "https://lab.test/grok?utm_source=copies", 1)]
    [InlineData("https://lab.test/grok", null, 2)]
    [InlineData("https://lab.test/grok", "https://other.test/comment", 2)]
    [InlineData("https://lab.test/grok", "https://lab.test/", 2)]
    public async Task An_article_elsewhere_is_an_entrys_own_where_the_entry_declares_it_canonical(string link, string? canonical, int posts)
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one", "First paper", "https://lab.test/").Add("Old story");
        var other = TestFeed.On(server, "/other", "Second paper", "https://other.test/").Add("Older story");
        await using var rig = await NewsRig.StartAsync(server, [one, other]);

        one.Add(new TestStory("Grok 3 is out") { Link = "https://lab.test/grok", Summary = "The first's text." });
        await rig.PostsAsync(1);
        other.Add(
            new TestStory("They opened Grok 3")
            {
                Id = "second",
                Link = link,
                Canonical = canonical,
                Summary = "The second's text.",
            }
        );
        await rig.ReadOnceMoreAsync(other);
        one.Add("Last of all");
        await rig.PostsAsync(posts + 1);

        Assert.Equal(posts + 1, rig.SimulatedChannels.Posted.Count);
        Assert.Equal(posts == 2, rig.SimulatedChannels.Posted.All.Any(post => TestFeed.TitleOf(post) == "They opened Grok 3"));
    }

    [Theory]
    [InlineData(
        "a roundup of one title in both",
        "Weekly roundup",
        "Weekly roundup",
        "https://one.test/12",
        "https://other.test/3",
        "Of the first.",
        "Of the second."
    )]
    [InlineData(
        "two commentaries on one page elsewhere",
        "A good step",
        "A bad step",
        "https://elsewhere.test/page",
        "https://elsewhere.test/page",
        "Of the first.",
        "Of the second."
    )]
    [InlineData("nearly one title", "OLMo 3 is open", "OLMo 2 is open", "https://one.test/12", "https://other.test/3", "Same.", "Same.")]
    public async Task Two_entries_that_are_not_surely_one_story_are_two_posts(
        string what,
        string title,
        string otherTitle,
        string link,
        string otherLink,
        string text,
        string otherText
    )
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one", "First paper", "https://one.test/").Add("Old story");
        var other = TestFeed.On(server, "/other", "Second paper", "https://other.test/").Add("Older story");
        await using var rig = await NewsRig.StartAsync(server, [one, other]);

        one.Add(new TestStory(title) { Link = link, Summary = text });
        await rig.PostsAsync(1);
        other.Add(new TestStory(otherTitle) { Link = otherLink, Summary = otherText });
        var posts = await rig.PostsAsync(2);

        Assert.True(TestFeed.TitleOf(posts[1]) == otherTitle, what);
        Assert.Contains("Of the second.".Contains(otherText, StringComparison.Ordinal) ? "Of the second" : "Same", posts[1].Text);
    }

    [Fact]
    public async Task A_title_that_a_feed_used_before_merges_nothing_though_the_texts_agree()
    {
        var server = await FeedServer.StartAsync();
        var one = TestFeed.On(server, "/one", "First paper").Add(new TestStory("Resolved") { Id = "old", Link = "https://one.test/1" });
        var other = TestFeed.On(server, "/other", "Second paper").Add("Older story");
        await using var rig = await NewsRig.StartAsync(server, [one, other]);

        one.Add(new TestStory("Resolved") { Id = "new", Link = "https://one.test/2" });
        await rig.PostsAsync(1);
        other.Add(new TestStory("Resolved") { Link = "https://other.test/9" });

        Assert.Equal(2, (await rig.PostsAsync(2)).Count);
    }

    [Fact]
    public async Task A_story_older_than_the_limit_is_not_posted_and_why_tells_so()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            discord => discord.SimulatedChannels.Add(TwoServers.TheirChannel),
            settings: [("News:MaxAgeDays", "30")]
        );
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync(TwoServers.Here.Guild!)).Count == 1,
            "the channel's server to be known"
        );
        var user = rig.Discord.As(TwoServers.Here with { Channels = TwoServers.There.Channels });
        Assert.Contains(
            "from 1 to 36500",
            (await user.RunCommandAsync("news follow", ("channel", TwoServers.TheirChannel), ("when", "instant"), ("max_age", 0))).Text
        );
        Assert.Contains(
            "up to 1000 days old",
            (await user.RunCommandAsync("news follow", ("channel", TwoServers.TheirChannel), ("when", "instant"), ("max_age", 1000))).Text
        );

        feed.Add(
            new TestStory("From years ago") { Date = DateTimeOffset.UtcNow.AddDays(-400) },
            new TestStory("From yesterday") { Date = DateTimeOffset.UtcNow.AddDays(-1) }
        );
        await rig.PostsAsync(3);
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal("From yesterday", TestFeed.TitleOf(Assert.Single(rig.SimulatedChannels[NewsRig.Channel].Messages)));
        Assert.Equal(2, rig.SimulatedChannels[TwoServers.TheirChannel].Messages.Count);
        Assert.Contains("more than 30 days old", (await user.RunCommandAsync("news why", ("item", "years ago"))).Text);
    }

    [Fact]
    public async Task An_operators_subscription_may_have_its_own_limit()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(
            server,
            [feed],
            settings: [("News:MaxAgeDays", "30"), ("News:Follow:0:Channel", NewsRig.Channel), ("News:Follow:0:MaxAgeDays", "500")]
        );

        feed.Add(new TestStory("From years ago") { Date = DateTimeOffset.UtcNow.AddDays(-400) });

        Assert.Equal("From years ago", TestFeed.TitleOf(Assert.Single(await rig.PostsAsync(1))));
        Assert.Equal(
            500,
            await rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<int>("SELECT max_age_days FROM subscriptions"),
                TestContext.Current.CancellationToken
            )
        );
    }
}
