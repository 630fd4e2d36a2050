using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Tests.News;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>A flood of a feed is decided on by each server that followed the feed when it came, for itself.</summary>
public sealed class HeldFloodTests : IAsyncLifetime
{
    private const int Count = 12;

    private NewsStorage _news = null!;

    // Its posts are no part of this.
    private HeldDeliveries Held => new(_news.Database, null!, _news.Signal, _news.Time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Flood_is_shown_to_those_who_followed_the_feed_when_it_came()
    {
        await _news.FollowAsync();
        var feed = await FloodAsync(await _news.AddFeedAsync("lab.example"));
        await _news.FollowAsync(NewsStorage.There);

        var batch = (await Held.FindBatchAsync(NewsStorage.Here, Cancelled))!;

        Assert.Equal((feed.Id, feed.Url, new FeedDoubt(Count, Count)), (batch.FeedId, batch.Feed, batch.Doubt));
        Assert.Null(await Held.FindBatchAsync(NewsStorage.There, Cancelled));
        Assert.Null(await Held.DecideAsync(batch.Id, NewsStorage.There, "7", posts: true, Cancelled));
    }

    [Fact]
    public async Task Flood_of_another_feed_than_the_followed_one_is_not_shown()
    {
        await _news.FollowAsync(feed: await _news.AddFeedAsync("other.example"));
        await FloodAsync(await _news.AddFeedAsync("lab.example"));

        Assert.Null(await Held.FindBatchAsync(NewsStorage.Here, Cancelled));
    }

    [Fact]
    public async Task Approved_flood_is_posted_in_the_server_that_approved_it_alone()
    {
        var (here, there) = (await _news.FollowAsync(), await _news.FollowAsync(NewsStorage.There));
        await FloodAsync(await _news.AddFeedAsync("lab.example"));
        var batch = (await Held.FindBatchAsync(NewsStorage.Here, Cancelled))!;

        Assert.Equal(Count, await Held.DecideAsync(batch.Id, NewsStorage.Here, "7", posts: true, Cancelled));

        Assert.Equal(Titles, (await _news.PostsAsync(here)).Order());
        Assert.Empty(await _news.PostsAsync(there));
        Assert.Null(await Held.FindBatchAsync(NewsStorage.Here, Cancelled));
        Assert.NotNull(await Held.FindBatchAsync(NewsStorage.There, Cancelled));
    }

    [Fact]
    public async Task Subscription_that_came_after_the_flood_gets_none_of_it()
    {
        await _news.FollowAsync();
        await FloodAsync(await _news.AddFeedAsync("lab.example"));
        var late = await _news.FollowAsync(channel: "11");
        var batch = (await Held.FindBatchAsync(NewsStorage.Here, Cancelled))!;

        Assert.Equal(Count, await Held.DecideAsync(batch.Id, NewsStorage.Here, "7", posts: true, Cancelled));

        Assert.Empty(await _news.PostsAsync(late));
    }

    [Fact]
    public async Task Dropped_flood_is_decided_for_good_and_kept_with_who_decided()
    {
        var here = await _news.FollowAsync();
        await FloodAsync(await _news.AddFeedAsync("lab.example"));
        var batch = (await Held.FindBatchAsync(NewsStorage.Here, Cancelled))!;

        Assert.Equal(0, await Held.DecideAsync(batch.Id, NewsStorage.Here, "7", posts: false, Cancelled));
        Assert.Null(await Held.DecideAsync(batch.Id, NewsStorage.Here, "8", posts: true, Cancelled));

        Assert.Empty(await _news.PostsAsync(here));
        Assert.Equal(["drop 7"], await _news.ListAsync<string>("SELECT decision || ' ' || decided_by FROM held_decisions"));
    }

    private static IEnumerable<string> Titles => Enumerable.Range(0, Count).Select(n => $"Story {n:00} of again");

    // First what is known, and then as much at once that looks new, though it is older.
    private async Task<FeedRecord> FloodAsync(FeedRecord feed)
    {
        await _news.ReadAsync(feed, Numbered("first", days: 5));
        await _news.ExecuteAsync("DELETE FROM outbox");
        await _news.ReadAsync(feed, Numbered("again", days: 20));
        return (await _news.Feeds.FindAsync(feed.Id, Cancelled))!;
    }

    private FeedEntry[] Numbered(string ids, int days) =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(n =>
                    _news.Entry($"Story {n:00} of {ids}") with
                    {
                        Id = $"{ids} {n}",
                        Published = _news.Time.GetUtcNow().AddDays(-days).AddMinutes(-n),
                    }
                ),
        ];
}
