using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>Feeds that moderators put on their server's list and take off it.</summary>
public sealed class ServerFeedsTests : IAsyncLifetime
{
    private static readonly FeedAddress Address = FeedAddress.TryParse("https://lab.example/feed")!;
    private NewsStorage _news = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ServerFeeds Feeds => _news.ServerFeeds;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Feed_is_put_on_a_servers_list_once()
    {
        Assert.True(await AddAsync(NewsStorage.Here));
        Assert.False(await AddAsync(NewsStorage.Here));
        Assert.True(await AddAsync(NewsStorage.There));

        Assert.Equal((1, 1), (await Feeds.CountAsync(NewsStorage.Here, Cancelled), await Feeds.CountAsync(NewsStorage.There, Cancelled)));
        Assert.Equal(FeedOrigin.Added, (await FeedAsync()).Origin);
    }

    [Fact]
    public async Task Feed_of_the_operator_stays_the_operators()
    {
        await _news.AddFeedAsync("lab.example");

        await AddAsync(NewsStorage.Here);
        Assert.Equal(0, await Feeds.RemoveAsync((await FeedAsync()).Id, NewsStorage.Here, Cancelled));

        Assert.Equal((FeedOrigin.Configured, true), ((await FeedAsync()).Origin, (await FeedAsync()).IsActive));
    }

    [Fact]
    public async Task Feed_is_read_until_the_last_server_took_it_off()
    {
        await AddAsync(NewsStorage.Here);
        await AddAsync(NewsStorage.There);
        var id = (await FeedAsync()).Id;

        Assert.Equal(0, await Feeds.RemoveAsync(id, NewsStorage.Here, Cancelled));
        Assert.True((await FeedAsync()).IsActive);
        Assert.Equal(0, await Feeds.RemoveAsync(id, NewsStorage.There, Cancelled));
        Assert.Null(await Feeds.RemoveAsync(id, NewsStorage.There, Cancelled));

        Assert.Equal((FeedOrigin.Retired, false), ((await FeedAsync()).Origin, (await FeedAsync()).IsActive));
    }

    [Fact]
    public async Task Subscriptions_to_it_end_with_it_in_that_server_and_what_waits_is_dropped()
    {
        var feed = await _news.AddServerFeedAsync("lab.example", null, NewsStorage.Here, NewsStorage.There);
        var (ended, all, theirs) = (
            await _news.FollowAsync(NewsStorage.Here, feed: feed),
            await _news.FollowAsync(NewsStorage.Here),
            await _news.FollowAsync(NewsStorage.There, feed: feed)
        );
        await _news.ReadAsync(feed, _news.Entry("Story"));

        Assert.Equal(1, await Feeds.RemoveAsync(feed.Id, NewsStorage.Here, Cancelled));

        Assert.Equal([all, theirs], (await _news.Subscriptions.AllAsync()).Select(one => one.Id));
        Assert.Equal(
            [$"{ended} dropped FeedRemoved", $"{all} pending ", $"{theirs} pending "],
            await _news.ListAsync<string>(
                "SELECT subscription_id || ' ' || state || ' ' || coalesce(reason, '') FROM outbox ORDER BY subscription_id"
            )
        );
    }

    // What it published while it was on no list is no news.
    [Fact]
    public async Task Feed_that_comes_back_begins_with_a_new_first_reading()
    {
        var feed = await _news.AddServerFeedAsync("lab.example", null, NewsStorage.Here);
        await _news.ExecuteAsync("UPDATE feeds SET etag = '1', body_hash = '2', gone_at = 3, failures = 4, fault = 'Down.'");
        await Feeds.RemoveAsync(feed.Id, NewsStorage.Here, Cancelled);
        var follower = await _news.FollowAsync(NewsStorage.There);

        await AddAsync(NewsStorage.There);
        var back = await FeedAsync();
        await _news.ReadAsync(back, _news.Entry("Published meanwhile"));

        Assert.Equal(feed.Id, back.Id);
        Assert.Equal((null, null, null, null, 0), (back.BaselineAt, back.ETag, back.BodyHash, back.GoneAt, back.Failures));
        Assert.Empty(await _news.PostsAsync(follower));
    }

    private Task<bool> AddAsync(string server) => Feeds.AddAsync(Address, server, null, "7");

    private async Task<FeedRecord> FeedAsync() => (await _news.Feeds.FindAsync(Address, null))!;
}
