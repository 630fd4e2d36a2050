using System.Collections.Immutable;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Storage;

namespace AiNewsBot.Tests.News.Subscriptions;

/// <summary>Who gets what: of which feeds, about what, how old, at once or in a digest, and each story once.</summary>
public sealed class SubscriptionMatcherTests : IAsyncLifetime
{
    private NewsStorage _news = null!;

    private string Here => NewsStorage.Here;

    private string There => NewsStorage.There;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Operators_feed_is_for_every_server()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var (here, there) = (await _news.FollowAsync(Here), await _news.FollowAsync(There));

        await _news.ReadAsync(feed, _news.Entry("Story"));

        Assert.Equal(["Story"], await _news.PostsAsync(here));
        Assert.Equal(["Story"], await _news.PostsAsync(there));
    }

    [Fact]
    public async Task Feed_that_moderators_added_is_for_their_servers_alone()
    {
        var feed = await _news.AddServerFeedAsync("gossip.example", null, There);
        var (here, there) = (await _news.FollowAsync(Here), await _news.FollowAsync(There));

        await _news.ReadAsync(feed, _news.Entry("Gossip"));

        Assert.Empty(await _news.PostsAsync(here));
        Assert.Equal(["Gossip"], await _news.PostsAsync(there));
    }

    [Fact]
    public async Task Subscription_of_the_operator_gets_nothing_from_feeds_of_servers()
    {
        var feed = await _news.AddServerFeedAsync("gossip.example", null, There);
        var operators = await _news.Subscriptions.AddAsync(
            new Subscription { ConfigKey = "10|all", ChannelId = "10" },
            TestContext.Current.CancellationToken
        );

        await _news.ReadAsync(feed, _news.Entry("Gossip"));

        Assert.Empty(await _news.PostsAsync(operators));
    }

    [Fact]
    public async Task Subscription_to_a_feed_gets_that_feed_alone()
    {
        var (lab, paper) = (await _news.AddFeedAsync("lab.example"), await _news.AddFeedAsync("paper.example"));
        var follower = await _news.FollowAsync(feed: lab);

        await _news.ReadAsync(lab, _news.Entry("From the lab"));
        await _news.ReadAsync(paper, _news.Entry("From the paper"));

        Assert.Equal(["From the lab"], await _news.PostsAsync(follower));
    }

    // A model belongs to its family, and the family to its maker: who follows the maker gets all of them.
    [Theory]
    [InlineData(null, true)]
    [InlineData("quartz-2", true)]
    [InlineData("QUARTZ-2", true)]
    [InlineData("quartz", true)]
    [InlineData("lumen", true)]
    [InlineData("quartz-1", false)]
    [InlineData("rival", false)]
    public async Task Story_on_a_model_goes_to_those_who_follow_it_its_family_or_its_maker(string? about, bool isPosted)
    {
        var feed = await _news.AddFeedAsync("paper.example");
        var follower = await _news.FollowAsync(about: about);

        await _news.ReadAsync(feed, _news.Entry("Quartz 2 is out"));

        Assert.Equal(isPosted ? ["Quartz 2 is out"] : [], await _news.PostsAsync(follower));
    }

    [Fact]
    public async Task Whole_feed_of_a_maker_is_about_the_maker_whatever_its_stories_name()
    {
        var feed = await _news.AddFeedAsync("lumen.example", about: "lumen");
        var (maker, rival) = (await _news.FollowAsync(about: "Lumen"), await _news.FollowAsync(about: "rival"));

        await _news.ReadAsync(feed, _news.Entry("We hire"));

        Assert.Equal(["We hire"], await _news.PostsAsync(maker));
        Assert.Empty(await _news.PostsAsync(rival));
    }

    [Fact]
    public async Task Subject_that_a_server_gives_its_feed_counts_in_that_server_alone()
    {
        var feed = await _news.AddServerFeedAsync("fans.example", "quartz", Here);
        await _news.ServerFeeds.AddAsync(feed.Address, There, "flint", "8", TestContext.Current.CancellationToken);
        var (here, there) = (await _news.FollowAsync(Here, about: "quartz"), await _news.FollowAsync(There, about: "quartz"));

        await _news.ReadAsync(feed, _news.Entry("A rumour"));

        Assert.Equal(["A rumour"], await _news.PostsAsync(here));
        Assert.Empty(await _news.PostsAsync(there));
    }

    [Theory]
    [InlineData(null, 30, true)]
    [InlineData(null, 31, false)]
    [InlineData(60, 60, true)]
    [InlineData(60, 61, false)]
    [InlineData(1, 2, false)]
    public async Task Story_that_comes_to_light_long_after_its_day_is_posted_only_where_old_ones_are_wanted(
        int? most,
        int days,
        bool isPosted
    )
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var follower = await _news.FollowAsync(maxAgeDays: most);

        await _news.ReadAsync(feed, _news.Entry("Found late", published: _news.Time.GetUtcNow().AddDays(-days)));

        Assert.Equal(isPosted ? ["Found late"] : [], await _news.PostsAsync(follower));
    }

    [Fact]
    public async Task Story_without_a_date_is_as_old_as_its_coming_in()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var follower = await _news.FollowAsync(maxAgeDays: 1);

        await _news.ReadAsync(feed, _news.Entry("Undated") with { Published = null });

        Assert.Equal(["Undated"], await _news.PostsAsync(follower));
    }

    [Fact]
    public async Task Paused_subscription_keeps_what_comes_meanwhile()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var follower = await _news.FollowAsync();
        await _news.ExecuteAsync("UPDATE subscriptions SET paused_at = 1");

        await _news.ReadAsync(feed, _news.Entry("Meanwhile"));

        Assert.Equal(["Meanwhile"], await _news.PostsAsync(follower));
    }

    [Fact]
    public async Task Ended_subscription_gets_nothing()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var follower = await _news.FollowAsync();
        await _news.Subscriptions.RemoveAsync(follower, Here, TestContext.Current.CancellationToken);

        await _news.ReadAsync(feed, _news.Entry("Too late"));

        Assert.Empty(await _news.PostsAsync(follower));
    }

    [Theory]
    [InlineData(nameof(Cadence.Daily))]
    [InlineData(nameof(Cadence.Weekly))]
    public async Task Story_waits_for_the_digest_and_is_no_post_of_its_own(string when)
    {
        var cadence = Enum.Parse<Cadence>(when);
        var feed = await _news.AddFeedAsync("lab.example");
        var follower = await _news.FollowAsync(cadence: cadence);

        await _news.ReadAsync(feed, _news.Entry("Story"));

        Assert.Equal(["Story"], await _news.WaitingAsync(follower));
        Assert.Empty(await _news.PostsAsync(follower));
    }

    // Two feeds tell one article. The subscription to all of them posts it once; those to each feed post it in that feed's words.
    [Theory]
    [InlineData(nameof(Cadence.Instant))]
    [InlineData(nameof(Cadence.Daily))]
    public async Task Story_that_two_feeds_tell_reaches_a_subscription_once_in_the_words_of_the_first(string when)
    {
        var cadence = Enum.Parse<Cadence>(when);
        var (lab, paper) = (await _news.AddFeedAsync("lab.example"), await _news.AddFeedAsync("paper.example"));
        var all = await _news.FollowAsync(cadence: cadence);
        var (first, second) = (
            await _news.FollowAsync(feed: lab, cadence: cadence),
            await _news.FollowAsync(feed: paper, cadence: cadence)
        );

        await _news.ReadAsync(lab, _news.Entry("In the lab's words", "https://lab.example/a"));
        await _news.ReadAsync(
            paper,
            _news.Entry("In the paper's words", "https://paper.example/b") with
            {
                Canonical = "https://lab.example/a",
            }
        );

        Assert.Equal(["In the lab's words"], await GotAsync(all));
        Assert.Equal(["In the lab's words"], await GotAsync(first));
        Assert.Equal(["In the paper's words"], await GotAsync(second));

        Task<string[]> GotAsync(long subscription) =>
            cadence == Cadence.Instant ? _news.PostsAsync(subscription) : _news.WaitingAsync(subscription);
    }

    [Fact]
    public async Task Posts_keep_the_order_of_the_stories_oldest_first()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var follower = await _news.FollowAsync();
        var now = _news.Time.GetUtcNow();

        await _news.ReadAsync(
            feed,
            _news.Entry("Third", published: now.AddMinutes(-1)),
            _news.Entry("Second", published: now.AddMinutes(-2)),
            _news.Entry("First", published: now.AddMinutes(-3))
        );

        Assert.Equal(["First", "Second", "Third"], await _news.PostsAsync(follower));
    }

    [Fact]
    public async Task Post_written_in_a_server_is_for_that_server_alone()
    {
        var (here, there) = (await _news.FollowAsync(Here), await _news.FollowAsync(There));
        var item = await AddItemAsync("Changed here");

        var written = await MatchAsync([new NewItem(item, ["quartz-2"], ServerId: Here)]);

        Assert.Equal(1, written);
        Assert.Equal(["Changed here"], await _news.PostsAsync(here));
        Assert.Empty(await _news.PostsAsync(there));
    }

    // A batch that was held is decided by each server; who followed since then begins after it.
    [Fact]
    public async Task Batch_is_matched_for_one_server_and_for_those_who_followed_when_it_was_held()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var (early, elsewhere, late) = (await _news.FollowAsync(Here), await _news.FollowAsync(There), await _news.FollowAsync(Here));
        var item = await AddItemAsync("Held");

        var written = await MatchAsync([new NewItem(item, [], feed.Id)], feed, onlyServer: Here, last: elsewhere);

        Assert.Equal(1, written);
        Assert.Equal(["Held"], await _news.PostsAsync(early));
        Assert.Empty(await _news.PostsAsync(elsewhere));
        Assert.Empty(await _news.PostsAsync(late));
    }

    [Fact]
    public async Task Same_story_matched_twice_is_written_once()
    {
        await _news.FollowAsync();
        await _news.FollowAsync(cadence: Cadence.Daily);
        var story = new NewItem(await AddItemAsync("Once"), []);

        Assert.Equal(2, await MatchAsync([story]));
        Assert.Equal(0, await MatchAsync([story, story]));
    }

    [Fact]
    public async Task Where_no_one_follows_nothing_is_written() =>
        Assert.Equal(0, await MatchAsync([new NewItem(await AddItemAsync("Unheard"), [])]));

    private Task<long> AddItemAsync(string title) =>
        _news.Database.WriteAsync(
            connection =>
                ItemWriter.InsertAsync(
                    connection,
                    ItemKind.Entry,
                    null,
                    new ItemText(title, null, null),
                    null,
                    null,
                    null,
                    _news.Now,
                    _news.Now
                ),
            TestContext.Current.CancellationToken
        );

    private Task<int> MatchAsync(ImmutableArray<NewItem> stories, FeedRecord? feed = null, string? onlyServer = null, long? last = null) =>
        _news.Database.WriteAsync(
            connection => SubscriptionMatcher.MatchAsync(connection, stories, feed, _news.Now, onlyServer, last),
            TestContext.Current.CancellationToken
        );
}
