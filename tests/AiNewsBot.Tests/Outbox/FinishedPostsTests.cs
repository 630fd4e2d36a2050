using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox;
using AiNewsBot.Tests.News;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Tests.Outbox;

/// <summary>Posts of half a year ago are forgotten, and none is posted again for that.</summary>
public sealed class FinishedPostsTests
{
    private static readonly TimeSpan Longer = FinishedPosts.Retention + TimeSpan.FromDays(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sent", true)]
    [InlineData("refused", true)]
    [InlineData("covered", true)]
    [InlineData("dropped", true)]
    [InlineData("pending", false)]
    [InlineData("sending", false)]
    [InlineData("scheduled", false)]
    [InlineData("draft", false)]
    [InlineData("stale", false)]
    [InlineData("held", false)]
    public async Task Finished_post_of_half_a_year_ago_is_deleted_and_none_on_which_something_waits(string state, bool isDeleted)
    {
        await using var news = await NewsStorage.CreateAsync();
        var feed = await news.AddFeedAsync("one.example");
        var follow = await news.FollowAsync();
        await news.ReadAsync(feed, news.Entry("Old"));
        await news.ExecuteAsync("UPDATE outbox SET state = @state", new { state });

        await DeleteAsync(news);
        Assert.Equal(["Old"], await news.PostsAsync(follow));
        news.Time.Advance(Longer);
        await DeleteAsync(news);

        Assert.Equal(isDeleted ? [] : ["Old"], await news.PostsAsync(follow));
    }

    [Fact]
    public async Task Thousands_go_and_the_younger_stay()
    {
        await using var news = await NewsStorage.CreateAsync();
        await AddNoticesAsync(news, 2500);
        news.Time.Advance(Longer);
        await AddNoticesAsync(news, 10);

        await DeleteAsync(news);

        Assert.Equal(10, await news.AskAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task Posts_of_moderators_and_those_yet_to_be_published_stay()
    {
        await using var news = await NewsStorage.CreateAsync();
        await AddNoticesAsync(news, 2);
        await news.ExecuteAsync("UPDATE outbox SET publishing = 'pending' WHERE id = (SELECT MIN(id) FROM outbox)");
        await news.ExecuteAsync("UPDATE outbox SET kind = 'post' WHERE id = (SELECT MAX(id) FROM outbox)");
        news.Time.Advance(Longer);

        await DeleteAsync(news);

        Assert.Equal(2, await news.AskAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task Post_of_a_story_stays_while_another_one_of_it_waits()
    {
        await using var news = await NewsStorage.CreateAsync();
        var feed = await news.AddFeedAsync("one.example");
        var (sent, waiting) = (await news.FollowAsync(), await news.FollowAsync());
        await news.ReadAsync(feed, news.Entry("Old"));
        await news.ExecuteAsync("UPDATE outbox SET state = 'sent' WHERE subscription_id = @sent", new { sent });
        news.Time.Advance(Longer);

        await DeleteAsync(news);
        Assert.Equal(["Old"], await news.PostsAsync(sent));
        await news.ExecuteAsync("UPDATE outbox SET state = 'covered' WHERE subscription_id = @waiting", new { waiting });
        await DeleteAsync(news);

        Assert.Empty(await news.PostsAsync(sent));
        Assert.Empty(await news.PostsAsync(waiting));
    }

    [Fact]
    public async Task Story_of_which_the_post_is_forgotten_is_not_posted_again_when_another_feed_tells_it()
    {
        await using var news = await NewsStorage.CreateAsync();
        FeedRecord[] feeds = [await news.AddFeedAsync("one.example"), await news.AddFeedAsync("two.example")];
        var follow = await news.FollowAsync();
        var digest = await news.FollowAsync(cadence: AiNewsBot.News.Subscriptions.Cadence.Daily);
        const string Page = "https://one.example/story";
        await news.ReadAsync(feeds[0], news.Entry("A story", Page));
        await news.ExecuteAsync("UPDATE outbox SET state = 'sent'");
        await news.ExecuteAsync("UPDATE digest_items SET outbox_id = 1");
        news.Time.Advance(Longer);
        await DeleteAsync(news);
        Assert.Empty(await news.PostsAsync(follow));
        Assert.Empty(await news.WaitingAsync(digest));

        await news.ReadAsync(feeds[1], news.Entry("The story", "https://two.example/1") with { Canonical = Page }, news.Entry("New"));

        Assert.Equal(await news.StoryAsync("A story"), await news.StoryAsync("The story"));
        Assert.Equal(["New"], await news.PostsAsync(follow));
        Assert.Equal(["New"], await news.WaitingAsync(digest));
    }

    private static Task DeleteAsync(NewsStorage news) =>
        new FinishedPosts(news.Database, news.Time, NullLogger<FinishedPosts>.Instance).DeleteOldAsync(Cancelled);

    private static Task<int> AddNoticesAsync(NewsStorage news, int count) =>
        news.ExecuteAsync(
            """
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @count)
            INSERT INTO outbox (kind, channel_id, state, created_at) SELECT 'notice', '10', 'sent', @Now FROM numbers
            """,
            new { count, news.Now }
        );
}
