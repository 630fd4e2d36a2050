using AiNewsBot.News.FactChanges;

namespace AiNewsBot.Tests.News.FactChanges;

/// <summary>A changed fact is a story for those who follow its subject or what that belongs to.</summary>
public sealed class FactChangePublisherTests : IAsyncLifetime
{
    private static readonly ChangedFact Change = new(
        "17",
        "quartz-2",
        "Quartz 2: the licence changed",
        "From one to another.",
        "https://lab.example/a"
    );
    private NewsStorage _news = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private FactChangePublisher Publisher => new(_news.Database, _news.Snapshots, _news.Signal, _news.Time);

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData(null, true)]
    [InlineData("quartz-2", true)]
    [InlineData("quartz", true)]
    [InlineData("lumen", true)]
    [InlineData("quartz-1", false)]
    [InlineData("rival", false)]
    public async Task Change_goes_to_those_who_follow_the_model_its_family_or_its_maker(string? about, bool isPosted)
    {
        var follower = await _news.FollowAsync(about: about);

        Assert.True(await Publisher.PublishAsync(Change, Cancelled));

        Assert.Equal(isPosted ? [Change.Title] : [], await _news.PostsAsync(follower));
    }

    [Fact]
    public async Task Same_change_twice_is_one_story_and_another_is_another()
    {
        var follower = await _news.FollowAsync();

        Assert.True(await Publisher.PublishAsync(Change, Cancelled));
        Assert.False(await Publisher.PublishAsync(Change, Cancelled));
        Assert.True(await Publisher.PublishAsync(Change with { Key = "18" }, Cancelled));

        Assert.Equal(2, (await _news.PostsAsync(follower)).Length);
    }

    [Fact]
    public async Task Change_in_the_layer_of_a_server_is_told_in_that_server_alone()
    {
        var (here, there) = (await _news.FollowAsync(NewsStorage.Here), await _news.FollowAsync(NewsStorage.There));

        await Publisher.PublishAsync(Change with { Server = NewsStorage.There }, Cancelled);

        Assert.Empty(await _news.PostsAsync(here));
        Assert.Equal([Change.Title], await _news.PostsAsync(there));
    }

    [Fact]
    public async Task Subject_that_is_no_longer_known_is_followed_by_its_own_id()
    {
        var follower = await _news.FollowAsync(about: "forgotten");

        await Publisher.PublishAsync(Change with { Subject = "forgotten" }, Cancelled);

        Assert.Equal([Change.Title], await _news.PostsAsync(follower));
    }

    // A feed may not take the place of a changed fact, nor hide it.
    [Fact]
    public async Task Story_of_a_feed_is_never_one_with_a_changed_fact()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await Publisher.PublishAsync(Change, Cancelled);

        await _news.ReadAsync(feed, _news.Entry(Change.Title, Change.Link, Change.Summary));

        Assert.Equal(2, (await _news.ListAsync<long>("SELECT DISTINCT story_id FROM items")).Length);
    }
}
