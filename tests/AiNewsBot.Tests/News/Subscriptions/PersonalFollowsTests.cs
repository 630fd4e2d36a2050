using AiNewsBot.News.Digests;
using AiNewsBot.News.FactChanges;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Servers.Privacy;

namespace AiNewsBot.Tests.News.Subscriptions;

/// <summary>What people follow for themselves: capped, spread out, each story once, and nothing that servers keep to themselves.</summary>
public sealed class PersonalFollowsTests : IAsyncLifetime
{
    private const string Ann = "300000000000000001";
    private const string Bob = "300000000000000002";

    private NewsStorage _news = null!;
    private FeedRecord _feed = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private PersonalFollows Follows => new(_news.Database, _news.Time);

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _feed = await _news.AddFeedAsync("lab.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Story_that_several_follows_of_a_person_want_is_sent_once_and_at_once()
    {
        var daily = await FollowAsync(Ann, null, Cadence.Daily);
        var maker = await FollowAsync(Ann, "lumen");
        var family = await FollowAsync(Ann, "quartz");

        await _news.ReadAsync(_feed, _news.Entry("Quartz 2 is out"), _news.Entry("It rains"));

        Assert.Equal(["Quartz 2 is out"], await _news.PostsAsync(maker));
        Assert.Empty(await _news.PostsAsync(family));
        Assert.Equal(["It rains"], await _news.WaitingAsync(daily));
    }

    [Fact]
    public async Task Person_follows_ten_things_at_most_and_the_same_thing_once()
    {
        for (var i = 0; i < PersonalFollows.MaxCount; i++)
            Assert.True(await Follows.FollowAsync(Wanted(Ann, $"subject-{i}"), Cancelled));
        Assert.False(await Follows.FollowAsync(Wanted(Ann, "one-more"), Cancelled));
        Assert.True(await Follows.FollowAsync(Wanted(Ann, "subject-3", Cadence.Daily), Cancelled));
        Assert.True(await Follows.FollowAsync(Wanted(Bob, "one-more"), Cancelled));

        var all = await Follows.ForUserAsync(Ann, Cancelled);
        Assert.Equal(PersonalFollows.MaxCount, all.Count);
        Assert.Equal(Cadence.Daily, all[3].Cadence);
    }

    [Fact]
    public async Task Stories_beyond_twenty_a_day_over_all_follows_wait_for_a_digest()
    {
        await FollowAsync(Ann, "lumen");
        var all = await FollowAsync(Ann, null);
        for (var i = 0; i < 3; i++)
            await _news.ReadAsync(
                _feed,
                [.. Enumerable.Range(0, 8).Select(n => _news.Entry($"{(n % 2 == 0 ? "Lumen Labs" : "It rains")} {i} {n}"))]
            );

        Assert.Equal(20, await _news.AskAsync<long>("SELECT COUNT(*) FROM outbox"));
        Assert.Equal(4, await _news.AskAsync<long>("SELECT COUNT(*) FROM digest_items"));
        _news.Time.Advance(TimeSpan.FromDays(1));
        var digests = new DigestWriter(
            _news.Database,
            _news.Subscriptions,
            _news.Stories,
            _news.Contents,
            new ModeratorPosts(_news.Database, _news.Signal, _news.Time),
            _news.Signal,
            _news.Watch,
            _news.Time
        );
        Assert.True(await digests.WriteIfDueAsync((await _news.Subscriptions.FindAsync(all, Cancelled))!, Cancelled));
    }

    [Fact]
    public async Task Messages_to_many_people_are_spread_out()
    {
        for (var i = 0; i < 5; i++)
            await FollowAsync($"30000000000000000{i}", null);
        await _news.FollowAsync();

        await _news.ReadAsync(_feed, _news.Entry("Story"));

        var waits = await _news.ListAsync<long>(
            "SELECT coalesce(not_before, @Now) - @Now FROM outbox WHERE subscription_id <= 5 ORDER BY id",
            new { _news.Now }
        );
        Assert.Equal([0, 2000, 4000, 6000, 8000], waits);
        Assert.Null(await _news.AskAsync<long?>("SELECT not_before FROM outbox WHERE server_id IS NOT NULL"));
    }

    [Fact]
    public async Task Story_of_a_servers_own_feed_is_sent_to_no_person()
    {
        await FollowAsync(Ann, null);
        var own = await _news.AddServerFeedAsync("own.example", null, NewsStorage.Here);
        await _news.ReadAsync(own, _news.Entry("Of a server's feed"));
        var changes = new FactChangePublisher(_news.Database, _news.Snapshots, _news.Signal, _news.Time);
        await changes.PublishAsync(new ChangedFact("1", "quartz-1", "Of a server's facts", Server: NewsStorage.Here), Cancelled);

        Assert.Equal(0, await _news.AskAsync<long>("SELECT COUNT(*) FROM outbox"));

        await changes.PublishAsync(new ChangedFact("2", "quartz-1", "Of all"), Cancelled);
        Assert.Equal(1, await _news.AskAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task Story_that_came_while_direct_messages_were_closed_is_not_sent()
    {
        var id = await FollowAsync(Ann, null);
        await _news.ReadAsync(_feed, _news.Entry("Before"));
        await _news.Subscriptions.PauseAsync("10", null, new DeliveryReason(ReasonCode.DirectClosed));
        await _news.ReadAsync(_feed, _news.Entry("Meanwhile"));
        Assert.False(await _news.Subscriptions.ResumeAsync("another channel", cancellationToken: Cancelled));

        await Follows.ResumeAsync(Ann, Cancelled);
        await _news.ReadAsync(_feed, _news.Entry("After"));

        Assert.Equal(["Before", "After"], await _news.PostsAsync(id));
        Assert.Equal(["dropped", "pending"], await _news.ListAsync<string>("SELECT state FROM outbox ORDER BY id"));
    }

    [Fact]
    public async Task Following_again_repeats_nothing()
    {
        await FollowAsync(Ann, null);
        await _news.ReadAsync(_feed, _news.Entry("Story", "https://lab.example/story"));
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent'");
        Assert.Single(await Follows.EndAsync(Ann, cancellationToken: Cancelled));
        Assert.Empty(await Follows.EndAsync(Ann, cancellationToken: Cancelled));
        var again = await FollowAsync(Ann, null);

        await _news.ReadAsync(await _news.AddFeedAsync("paper.example"), _news.Entry("Story", "https://lab.example/story"));

        Assert.Empty(await _news.PostsAsync(again));
    }

    [Fact]
    public async Task Privacy_shows_and_deletes_what_a_person_follows()
    {
        await FollowAsync(Ann, "quartz");
        await FollowAsync(Bob, "quartz");
        await _news.ReadAsync(_feed, _news.Entry("Quartz 2 is out"));
        var data = new PersonalData(_news.Database);

        var kept = System.Text.Encoding.UTF8.GetString(await data.ExportAsync(Ann, Cancelled));
        Assert.Contains("\"about\": \"quartz\"", kept);
        Assert.Contains("\"title\": \"Quartz 2 is out\"", kept);
        Assert.True(await data.ForgetAsync(Ann, Cancelled) > 0);

        Assert.Empty(await Follows.ForUserAsync(Ann, Cancelled));
        Assert.Single(await Follows.ForUserAsync(Bob, Cancelled));
        Assert.Equal(1, await _news.AskAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    private async Task<long> FollowAsync(string user, string? about, Cadence cadence = Cadence.Instant)
    {
        Assert.True(await Follows.FollowAsync(Wanted(user, about, cadence)));
        return (await Follows.ForUserAsync(user))[^1].Id;
    }

    private static Subscription Wanted(string user, string? about, Cadence cadence = Cadence.Instant) =>
        new()
        {
            UserId = user,
            ChannelId = user == Ann ? "10" : $"9{user}",
            About = about,
            Cadence = cadence,
            Timezone = "Etc/UTC",
        };
}
