using AiNewsBot.News.Feeds;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>Who is told of feeds that end or fail, and how often.</summary>
public sealed class FeedFailureNoticeTests : IAsyncLifetime
{
    private NewsStorage _news = null!;

    private FeedStore Store => _news.Feeds;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData(nameof(FeedOrigin.Configured), true)]
    [InlineData(nameof(FeedOrigin.Added), false)]
    public async Task Those_who_follow_all_are_told_of_the_end_of_the_operators_feeds_alone(string origin, bool isTold)
    {
        var feed = await _news.AddFeedAsync("lab.example", origin: Enum.Parse<FeedOrigin>(origin));
        await _news.AddServerAsync(NewsStorage.Here);
        await _news.FollowAsync();

        Assert.Equal(isTold, await EndAsync(feed));
        Assert.False(await EndAsync(feed));

        Assert.Equal(isTold ? 1 : 0, (await _news.NoticesAsync(NewsStorage.Here)).Length);
        Assert.NotNull((await Store.FindAsync(feed.Id, TestContext.Current.CancellationToken))!.GoneAt);
    }

    [Fact]
    public async Task End_of_a_feed_is_told_to_those_who_added_or_follow_it_with_what_to_do()
    {
        var feed = await _news.AddServerFeedAsync("lab.example", null, NewsStorage.Here);
        await _news.AddServerAsync(NewsStorage.Here);
        await _news.AddServerAsync(NewsStorage.There);
        await _news.FollowAsync(NewsStorage.There);

        await EndAsync(feed);

        var notice = Assert.Single(await _news.NoticesAsync(NewsStorage.Here));
        Assert.Contains("has ended: lab.example has no such page (410).", notice, StringComparison.Ordinal);
        Assert.Contains("/feeds add", notice, StringComparison.Ordinal);
        Assert.Empty(await _news.NoticesAsync(NewsStorage.There));
    }

    // Who follows all news is not told of each feed that is down for a day; who follows the feed itself is.
    [Fact]
    public async Task Failing_for_a_day_is_told_once_to_those_who_follow_the_feed()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await _news.AddServerAsync(NewsStorage.Here);
        await _news.AddServerAsync(NewsStorage.There);
        await _news.FollowAsync(NewsStorage.Here, feed: feed);
        await _news.FollowAsync(NewsStorage.There);
        await RecordAsync(feed, fault: "It was down.");

        _news.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        Assert.False(await Store.NotifyFailingAsync(TestContext.Current.CancellationToken));
        _news.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await Store.NotifyFailingAsync(TestContext.Current.CancellationToken));
        Assert.False(await Store.NotifyFailingAsync(TestContext.Current.CancellationToken));

        Assert.Contains("could not be read for a day", Assert.Single(await _news.NoticesAsync(NewsStorage.Here)), StringComparison.Ordinal);
        Assert.Empty(await _news.NoticesAsync(NewsStorage.There));
    }

    [Fact]
    public async Task Feed_that_recovered_and_fails_again_is_told_of_again()
    {
        var feed = await _news.AddServerFeedAsync("lab.example", null, NewsStorage.Here);
        await _news.AddServerAsync(NewsStorage.Here);

        for (var round = 0; round < 2; round++)
        {
            await RecordAsync(feed, fault: "It was down.");
            _news.Time.Advance(TimeSpan.FromDays(1));
            Assert.True(await Store.NotifyFailingAsync(TestContext.Current.CancellationToken));
            await RecordAsync(feed);
        }

        Assert.Equal(2, (await _news.NoticesAsync(NewsStorage.Here)).Length);
    }

    [Theory]
    [InlineData("UPDATE servers SET audit_channel = NULL")]
    [InlineData("UPDATE servers SET left_at = 1")]
    public async Task Server_without_a_channel_for_it_or_that_the_bot_left_is_told_nothing(string change)
    {
        var feed = await _news.AddServerFeedAsync("lab.example", null, NewsStorage.Here);
        await _news.AddServerAsync(NewsStorage.Here);
        await _news.ExecuteAsync(change);

        Assert.False(await EndAsync(feed));
    }

    // Each a millisecond after the one before.
    private Task<bool> RecordAsync(FeedRecord feed, string? fault = null)
    {
        _news.Time.Advance(TimeSpan.FromMilliseconds(1));
        return Store.RecordPollsAsync([
            new FeedPollUpdate
            {
                Id = feed.Id,
                Timing = new PollTiming(_news.Time.GetTimestamp(), TimeSpan.FromMinutes(1)),
                Fault = fault,
            },
        ]);
    }

    private Task<bool> EndAsync(FeedRecord feed) =>
        Store.RecordPollsAsync([
            new FeedPollUpdate
            {
                Id = feed.Id,
                Fault = "lab.example has no such page (410).",
                IsGone = true,
            },
        ]);
}
