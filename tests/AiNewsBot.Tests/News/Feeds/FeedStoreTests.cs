using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Tests.News.Running;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>Which feeds are asked when, who sees them, and what is kept of their health.</summary>
public sealed class FeedStoreTests : IAsyncLifetime
{
    private const long Minute = 60_000;
    private NewsStorage _news = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private FeedStore Store => _news.Feeds;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Due_feeds_come_with_the_longest_waiting_first()
    {
        var (late, later, notYet) = (
            await _news.AddFeedAsync("late.example"),
            await _news.AddFeedAsync("later.example"),
            await _news.AddFeedAsync("not-yet.example")
        );
        await PlanAsync(late, -Minute);
        await PlanAsync(later, -2 * Minute);
        await PlanAsync(notYet, 1);

        Assert.Equal([later.Id, late.Id], (await Store.DueAsync(10, PartitionSet.All, Cancelled)).Select(feed => feed.Id));
        Assert.Equal([later.Id], (await Store.DueAsync(1, PartitionSet.All, Cancelled)).Select(feed => feed.Id));
        Assert.Equal(_news.Now - 2 * Minute, await Store.NextDueAsync(PartitionSet.All, Cancelled));
    }

    // What came with the program under an uncertain address is tried now and then; what moderators or the operator turned off is not.
    [Theory]
    [InlineData(nameof(FeedOrigin.Configured), true, false, true)]
    [InlineData(nameof(FeedOrigin.Configured), false, false, false)]
    [InlineData(nameof(FeedOrigin.Shipped), false, false, true)]
    [InlineData(nameof(FeedOrigin.Shipped), true, true, false)]
    [InlineData(nameof(FeedOrigin.Added), true, false, true)]
    [InlineData(nameof(FeedOrigin.Retired), false, false, false)]
    public async Task Feed_is_asked_where_it_is_on_and_not_gone(string origin, bool isOn, bool isGone, bool isAsked)
    {
        await _news.AddFeedAsync("lab.example", origin: Enum.Parse<FeedOrigin>(origin));
        await _news.ExecuteAsync("UPDATE feeds SET is_active = @isOn, gone_at = CASE WHEN @isGone THEN 1 END", new { isOn, isGone });

        Assert.Equal(isAsked ? 1 : 0, (await Store.DueAsync(10, PartitionSet.All, Cancelled)).Count);
        Assert.Equal(isAsked, await Store.NextDueAsync(PartitionSet.All, Cancelled) is not null);
    }

    [Fact]
    public async Task Server_sees_the_operators_feeds_and_its_own_by_name()
    {
        await _news.AddFeedAsync("b.example");
        await _news.AddFeedAsync("retired.example", origin: FeedOrigin.Retired);
        await _news.AddServerFeedAsync("c.example", null, NewsStorage.Here);
        await _news.AddServerFeedAsync("a.example", null, NewsStorage.There);
        await _news.ExecuteAsync("UPDATE feeds SET title = 'Zebra' WHERE url LIKE '%b.example%'");

        Assert.Equal(["c.example", "Zebra"], (await Store.ForServerAsync(NewsStorage.Here, Cancelled)).Select(feed => feed.Name));
        Assert.Equal(["a.example", "Zebra"], (await Store.ForServerAsync(NewsStorage.There, Cancelled)).Select(feed => feed.Name));
        Assert.Equal(["Zebra"], (await Store.ForServerAsync(null, Cancelled)).Select(feed => feed.Name));
    }

    // Another server's feed may claim to have moved anywhere: it never answers for that address here.
    [Theory]
    [InlineData(NewsStorage.There, true)]
    [InlineData(NewsStorage.Here, false)]
    [InlineData(null, false)]
    public async Task Feed_is_found_where_it_has_moved_to_by_those_who_see_it(string? server, bool isFound)
    {
        var feed = await _news.AddServerFeedAsync("old.example", null, NewsStorage.There);
        await _news.ExecuteAsync("UPDATE feeds SET moved_to = 'https://new.example/feed'");

        Assert.Equal(isFound ? feed.Id : null, (await Store.FindAsync(Address("new.example"), server, Cancelled))?.Id);
        Assert.Equal(feed.Id, (await Store.FindAsync(Address("old.example"), server, Cancelled))!.Id);
    }

    [Fact]
    public async Task Feed_of_an_address_comes_before_one_that_moved_there()
    {
        await _news.AddFeedAsync("old.example");
        await _news.ExecuteAsync("UPDATE feeds SET moved_to = 'https://new.example/feed'");
        var own = await _news.AddFeedAsync("new.example");

        Assert.Equal(own.Id, (await Store.FindAsync(Address("new.example"), NewsStorage.Here, Cancelled))!.Id);
    }

    [Fact]
    public async Task Failures_are_counted_from_the_first_and_end_with_the_next_reading()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var start = _news.Now;

        await RecordAsync(feed, fault: "It was down.");
        await RecordAsync(feed, fault: "It is still down.");
        var failing = (await Store.FindAsync(feed.Id, Cancelled))!;
        await RecordAsync(feed);
        var well = (await Store.FindAsync(feed.Id, Cancelled))!;

        Assert.Equal(
            (2, "It is still down.", start + 1, null),
            (failing.Failures, failing.Fault, failing.FailingSince, failing.SucceededAt)
        );
        Assert.Equal((0, null, null, start + 3), (well.Failures, well.Fault, well.FailingSince, well.SucceededAt));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task Next_poll_is_planned_by_the_clock_that_was_set_while_the_feed_was_read(int days)
    {
        var feed = await _news.AddFeedAsync("lab.example");
        var clock = new ShiftedClock();
        var began = clock.GetTimestamp();
        clock.Shift = TimeSpan.FromDays(days);
        var before = clock.GetUtcNow();

        await new FeedStore(_news.Database, clock).RecordPollsAsync([
            new FeedPollUpdate { Id = feed.Id, Timing = new PollTiming(began, TimeSpan.FromHours(1)) },
        ]);

        var planned = (await Store.FindAsync(feed.Id, Cancelled))!.NextPollAt;
        Assert.InRange(
            DateTimeOffset.FromUnixTimeMilliseconds(planned),
            before + TimeSpan.FromMinutes(30),
            clock.GetUtcNow() + TimeSpan.FromHours(1)
        );
    }

    [Fact]
    public async Task Failure_keeps_the_validators_and_an_answer_without_any_forgets_them()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await RecordAsync(feed, etag: "\"1\"");

        await RecordAsync(feed, fault: "It was down.");
        Assert.Equal("\"1\"", (await Store.FindAsync(feed.Id, Cancelled))!.ETag);
        await RecordAsync(feed);

        Assert.Null((await Store.FindAsync(feed.Id, Cancelled))!.ETag);
    }

    [Fact]
    public async Task Feed_that_moved_and_fails_there_six_times_is_asked_at_home_again()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await Store.RecordPollsAsync([new FeedPollUpdate { Id = feed.Id, MovedTo = "https://new.example/feed" }]);

        for (var i = 1; i <= 5; i++)
            await RecordAsync(feed, fault: "It was down.");
        Assert.Equal("new.example", (await Store.FindAsync(feed.Id, Cancelled))!.Address.Url.Host);
        await RecordAsync(feed, fault: "It was down.");

        Assert.Equal("lab.example", (await Store.FindAsync(feed.Id, Cancelled))!.Address.Url.Host);
    }

    [Fact]
    public async Task Feed_that_is_gone_where_it_had_moved_to_is_asked_at_home_at_once()
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await Store.RecordPollsAsync([new FeedPollUpdate { Id = feed.Id, MovedTo = "https://new.example/feed" }]);

        await Store.RecordPollsAsync([
            new FeedPollUpdate
            {
                Id = feed.Id,
                Fault = "It is gone.",
                HasLeft = true,
            },
        ]);

        Assert.Null((await Store.FindAsync(feed.Id, Cancelled))!.MovedTo);
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public async Task Feed_that_was_off_or_gone_is_turned_on(bool isOff, bool isGone, bool isActivated)
    {
        var feed = await _news.AddFeedAsync("lab.example");
        await _news.ExecuteAsync(
            "UPDATE feeds SET is_active = @active, gone_at = @gone, failures = 4, fault = 'It is gone.'",
            new { active = isOff ? 0 : 1, gone = isGone ? 1 : (long?)null }
        );

        Assert.Equal(isActivated, await Store.ActivateAsync(feed.Id, Cancelled));

        var now = (await Store.FindAsync(feed.Id, Cancelled))!;
        Assert.Equal((true, null, isActivated ? 0 : 4), (now.IsActive, now.GoneAt, now.Failures));
    }

    [Fact]
    public async Task After_a_start_what_was_planned_by_a_clock_ahead_is_due_now()
    {
        var (ahead, far, planned) = (
            await _news.AddFeedAsync("a.example"),
            await _news.AddFeedAsync("b.example"),
            await _news.AddFeedAsync("c.example")
        );
        await _news.ExecuteAsync(
            "UPDATE feeds SET polled_at = @at, next_poll_at = @at WHERE id = @Id",
            new { ahead.Id, at = _news.Now + Minute }
        );
        await PlanAsync(far, 25 * 60 * Minute);
        await PlanAsync(planned, 23 * 60 * Minute);

        await Store.RescheduleAsync(null, PartitionSet.All, Cancelled);

        Assert.Equal([ahead.Id, far.Id], (await Store.DueAsync(10, PartitionSet.All, Cancelled)).Select(feed => feed.Id).Order());
    }

    private static FeedAddress Address(string host) => FeedAddress.TryParse($"https://{host}/feed")!;

    private Task<int> PlanAsync(FeedRecord feed, long in_) =>
        _news.ExecuteAsync("UPDATE feeds SET next_poll_at = @at WHERE id = @Id", new { feed.Id, at = _news.Now + in_ });

    // Each a millisecond after the one before.
    private Task<bool> RecordAsync(FeedRecord feed, string? fault = null, string? etag = null)
    {
        _news.Time.Advance(TimeSpan.FromMilliseconds(1));
        return Store.RecordPollsAsync([
            new FeedPollUpdate
            {
                Id = feed.Id,
                Timing = new PollTiming(_news.Time.GetTimestamp(), TimeSpan.FromMinutes(1)),
                Fault = fault,
                ETag = etag,
            },
        ]);
    }
}
