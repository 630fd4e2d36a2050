using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.News.Subscriptions;

/// <summary>Subscriptions as they are made, changed, paused and ended.</summary>
public sealed class SubscriptionStoreTests : IAsyncLifetime
{
    private NewsStorage _news = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private SubscriptionStore Store => _news.Subscriptions;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Subscription_is_read_as_it_was_made_and_begins_now()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var wanted = new Subscription
        {
            ServerId = NewsStorage.Here,
            ChannelId = "10",
            About = "quartz",
            FeedId = feed.Id,
            Cadence = Cadence.Weekly,
            At = "18:30",
            Weekday = DayOfWeek.Sunday,
            Timezone = "Asia/Kolkata",
            Mention = "777",
            Tag = "Releases",
            MaxAgeDays = 3,
            CreatedBy = "300",
        };

        var id = await Store.AddAsync(wanted, Cancelled);

        Assert.Equal(
            wanted with
            {
                Id = id,
                IsActive = true,
                CreatedAt = _news.Now,
                DigestedTo = _news.Now,
            },
            await Store.FindAsync(id, Cancelled)
        );
    }

    [Fact]
    public async Task Server_sees_its_own_in_the_order_in_which_they_were_made()
    {
        var first = await _news.FollowAsync(NewsStorage.Here);
        var other = await _news.FollowAsync(NewsStorage.There);
        var second = await _news.FollowAsync(NewsStorage.Here);

        Assert.Equal([first, second], (await Store.ForServerAsync(NewsStorage.Here, Cancelled)).Select(one => one.Id));
        Assert.Equal([first, other, second], (await Store.AllAsync()).Select(one => one.Id));
    }

    [Fact]
    public async Task Ended_subscription_drops_what_was_yet_to_be_posted_and_keeps_what_was()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var (instant, daily) = (await _news.FollowAsync(), await _news.FollowAsync(cadence: Cadence.Daily));
        await _news.ReadAsync(feed, _news.Entry("Posted"));
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent'");
        await _news.ReadAsync(feed, _news.Entry("Waits"));

        Assert.True(await Store.RemoveAsync(instant, NewsStorage.Here, Cancelled));
        Assert.True(await Store.RemoveAsync(daily, NewsStorage.Here, Cancelled));

        Assert.Equal(
            ["Posted sent ", "Waits dropped SubscriptionEnded"],
            await _news.ListAsync<string>(
                "SELECT title || ' ' || state || ' ' || coalesce(reason, '') FROM outbox JOIN items ON items.id = item_id "
                    + "ORDER BY outbox.id"
            )
        );
        Assert.Empty(await _news.WaitingAsync(daily));
        Assert.Null(await Store.FindAsync(instant, Cancelled));
    }

    [Fact]
    public async Task Moderators_end_neither_those_of_another_server_nor_the_operators_nor_one_twice()
    {
        var theirs = await _news.FollowAsync(NewsStorage.There);
        var operators = await Store.AddAsync(
            new Subscription
            {
                ServerId = NewsStorage.Here,
                ConfigKey = "10|",
                ChannelId = "10",
            },
            Cancelled
        );
        var own = await _news.FollowAsync(NewsStorage.Here);

        Assert.False(await Store.RemoveAsync(theirs, NewsStorage.Here, Cancelled));
        Assert.False(await Store.RemoveAsync(operators, NewsStorage.Here, Cancelled));
        Assert.True(await Store.RemoveAsync(own, NewsStorage.Here, Cancelled));
        Assert.False(await Store.RemoveAsync(own, NewsStorage.Here, Cancelled));
        Assert.Equal([theirs, operators], (await Store.AllAsync()).Select(one => one.Id));
    }

    [Fact]
    public async Task Operators_subscription_is_one_by_its_key_over_restarts()
    {
        var configured = new Subscription { ConfigKey = "10|all", ChannelId = "10" };
        var first = await Store.AddAsync(configured, Cancelled);

        Assert.Equal(first, await Store.AddAsync(configured, Cancelled));
    }

    [Fact]
    public async Task Operators_subscription_that_is_gone_from_the_configuration_ends_and_begins_again_as_another()
    {
        var (kept, gone) = (
            new Subscription { ConfigKey = "10|kept", ChannelId = "10" },
            new Subscription { ConfigKey = "10|gone", ChannelId = "10" }
        );
        var (keptId, goneId) = (await Store.AddAsync(kept, Cancelled), await Store.AddAsync(gone, Cancelled));
        var moderators = await _news.FollowAsync();

        await Store.ConfigureAsync([kept]);

        Assert.Equal([keptId, moderators], (await Store.AllAsync()).Select(one => one.Id));
        Assert.NotEqual(goneId, await Store.AddAsync(gone, Cancelled));
    }

    [Fact]
    public async Task Change_leaves_as_it_is_what_is_not_given()
    {
        var id = await Store.AddAsync(
            new Subscription
            {
                ServerId = NewsStorage.Here,
                ChannelId = "10",
                Tag = "Old",
                Mention = "777",
            },
            Cancelled
        );

        await Store.ChangeAsync(id, tag: null, mention: "778", maxAgeDays: null, cancellationToken: Cancelled);
        await Store.ChangeAsync(id, tag: "New", mention: null, maxAgeDays: 9, cancellationToken: Cancelled);

        var changed = (await Store.FindAsync(id, Cancelled))!;
        Assert.Equal(("New", "778", 9), (changed.Tag, changed.Mention, changed.MaxAgeDays));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("New", false)]
    public async Task Subscription_that_was_paused_for_want_of_a_tag_resumes_with_one(string? tag, bool isPaused)
    {
        var id = await _news.FollowAsync();
        await Store.PauseAsync("10", null, new DeliveryReason(ReasonCode.NeedsTag, "news"));

        await Store.ChangeAsync(id, tag, mention: "778", maxAgeDays: null, cancellationToken: Cancelled);

        var changed = (await Store.FindAsync(id, Cancelled))!;
        Assert.Equal((isPaused, isPaused), (changed.IsPaused, changed.PausedReason is not null));
    }

    [Fact]
    public async Task Pause_is_of_a_channel_or_of_those_that_share_a_tag_and_is_noted_once()
    {
        var reason = new DeliveryReason(ReasonCode.NeedsTag, "news");
        var (tagged, alike, plain) = (await AddAsync("Releases"), await AddAsync("Releases"), await AddAsync(null));
        var elsewhere = await _news.FollowAsync(channel: "11");

        Assert.Equal([tagged, alike], (await Store.PauseAsync("10", tagged, reason)).Select(one => one.Id));
        Assert.Equal([plain], (await Store.PauseAsync("10", null, reason)).Select(one => one.Id));
        Assert.Empty(await Store.PauseAsync("10", null, reason));
        Assert.False((await Store.FindAsync(elsewhere, Cancelled))!.IsPaused);

        var paused = (await Store.FindAsync(tagged, Cancelled))!;
        Assert.Equal((ReasonCode.NeedsTag, "news", _news.Now), (paused.PausedReason, paused.PausedDetail, paused.PausedAt));
    }

    [Fact]
    public async Task Those_with_the_same_tag_resume_together()
    {
        var (tagged, plain) = (await AddAsync("Releases"), await AddAsync(null));
        await Store.PauseAsync("10", null, new DeliveryReason(ReasonCode.NeedsTag, "news"));

        Assert.True(await Store.ResumeAsync("10", "Releases", Cancelled));
        Assert.False(await Store.ResumeAsync("10", "Releases", Cancelled));

        Assert.Equal(
            (false, true),
            ((await Store.FindAsync(tagged, Cancelled))!.IsPaused, (await Store.FindAsync(plain, Cancelled))!.IsPaused)
        );
        Assert.True(await Store.ResumeAsync("10", cancellationToken: Cancelled));
        Assert.False((await Store.FindAsync(plain, Cancelled))!.IsPaused);
    }

    // Two subscriptions of one channel: what one has posted, the other does not.
    [Theory]
    [InlineData("sending", true)]
    [InlineData("sent", true)]
    [InlineData("stale", true)]
    [InlineData("held", true)]
    [InlineData("pending", false)]
    [InlineData("refused", false)]
    [InlineData("dropped", false)]
    public async Task Story_is_there_by_another_subscription_where_that_has_or_may_have_posted_it(string state, bool isThere)
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await _news.FollowAsync(channel: "10");
        await _news.FollowAsync(channel: "10", about: "quartz");
        await _news.FollowAsync(channel: "11");
        await _news.ReadAsync(feed, _news.Entry("Quartz 2 is out"));
        await _news.ExecuteAsync("UPDATE outbox SET state = @state WHERE id = (SELECT MIN(id) FROM outbox)", new { state });
        var outbox = new OutboxStore(_news.Database, null!, _news.Time);
        var rows = await _news.ListAsync<long>("SELECT id FROM outbox ORDER BY id");

        Assert.Equal(isThere, await Store.HasPostedAsync((await outbox.FindAsync(rows[1]))!, Cancelled));
        Assert.False(await Store.HasPostedAsync((await outbox.FindAsync(rows[2]))!, Cancelled));
        Assert.False(await Store.HasPostedAsync((await outbox.FindAsync(rows[1]))! with { ItemId = null }, Cancelled));
    }

    private Task<long> AddAsync(string? tag) =>
        Store.AddAsync(
            new Subscription
            {
                ServerId = NewsStorage.Here,
                ChannelId = "10",
                Tag = tag,
            }
        );
}
