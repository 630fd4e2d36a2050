using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.Tests.News.Ingest;

/// <summary>What a reading of a feed leaves in the database.</summary>
public sealed class FeedIngestorTests : IAsyncLifetime
{
    private NewsStorage _news = null!;
    private FeedRecord _feed = null!;

    private DateTimeOffset Now => _news.Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _feed = await _news.AddFeedAsync("lab.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task First_reading_is_kept_and_posts_nothing()
    {
        var fresh = await _news.AddFeedAsync("fresh.example", isRead: false);
        var follower = await _news.FollowAsync();

        Assert.Equal((0, null), await _news.ReadAsync(fresh, _news.Entry("Old")));
        Assert.Equal((1, null), await _news.ReadAsync(fresh, _news.Entry("New"), _news.Entry("Old")));

        Assert.Equal(["New"], await _news.PostsAsync(follower));
        Assert.Equal<long[]>([1, 0], await _news.ListAsync<long>("SELECT is_baseline FROM sightings ORDER BY id"));
    }

    // What is in the bot's own network is uploaded with a post: it is for the feeds from there alone to name it.
    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("other.example", false)]
    public async Task Picture_of_the_own_network_is_kept_for_a_feed_of_the_same_host_alone(string host, bool isKept)
    {
        var feed = await _news.AddFeedAsync(host);
        await _news.ReadAsync(
            feed,
            _news.Entry("Story") with
            {
                Pictures = [new EntryPicture("http://10.0.0.5/chart.png"), new EntryPicture("https://pictures.example/chart.png")],
            }
        );

        var details = (await _news.AskAsync<string>("SELECT details FROM items"))!;

        Assert.Equal(isKept, details.Contains("10.0.0.5/chart.png", StringComparison.Ordinal));
        Assert.Contains("pictures.example/chart.png", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_reading_twice_stores_nothing_twice()
    {
        var follower = await _news.FollowAsync();

        await _news.ReadAsync(_feed, _news.Entry("Once"));
        Assert.Equal((0, null), await _news.ReadAsync(_feed, _news.Entry("Once")));

        Assert.Equal(["Once"], await _news.PostsAsync(follower));
        Assert.Equal(1, await _news.AskAsync<long>("SELECT COUNT(*) FROM sightings"));
    }

    // A date in the future, at a clock's zero, or from before there were web pages does not count.
    [Theory]
    [InlineData("2026-11-28T00:00:00Z", "2026-11-28T00:00:00Z")]
    [InlineData("1991-01-01T00:00:00Z", "1991-01-01T00:00:00Z")]
    [InlineData("2026-11-30T00:00:00Z", "2026-11-29T10:00:00Z")]
    [InlineData("1970-01-01T00:00:00Z", "2026-11-29T10:00:00Z")]
    [InlineData("1990-12-31T23:59:59Z", "2026-11-29T10:00:00Z")]
    [InlineData(null, "2026-11-29T10:00:00Z")]
    public async Task Story_is_dated_by_its_feed_where_that_can_be_true_and_else_by_its_coming_in(string? published, string dated)
    {
        await _news.ReadAsync(
            _feed,
            _news.Entry("Story") with
            {
                Published = published is null ? null : DateTimeOffset.Parse(published, null),
            }
        );

        Assert.Equal(
            DateTimeOffset.Parse(dated, null),
            DateTimeOffset.FromUnixTimeMilliseconds(await _news.AskAsync<long>("SELECT dated_at FROM items"))
        );
    }

    [Fact]
    public async Task Subjects_are_kept_in_the_order_in_which_they_tell()
    {
        await _news.ReadAsync(_feed, _news.Entry("Quartz 2 is out"));

        Assert.Equal(["quartz-2", "quartz", "lumen"], await _news.ListAsync<string>("SELECT subject FROM item_subjects ORDER BY position"));
    }

    [Fact]
    public async Task Edited_entry_changes_its_story_and_makes_its_post_stale()
    {
        var first = _news.Entry("Quartz 2 is out", "https://lab.example/a", "Text");
        var follower = await _news.FollowAsync();
        await _news.ReadAsync(_feed, first);
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent', revision = 1");

        Assert.Equal((0, null), await _news.ReadAsync(_feed, first with { Title = "Quartz 2 is out, and Flint 9", Summary = "More" }));

        Assert.Equal(["Quartz 2 is out, and Flint 9"], await _news.PostsAsync(follower));
        Assert.Equal(
            ("More", 2L, "stale"),
            (await _news.AskAsync<string>("SELECT summary FROM items"), await RevisionAsync(), await StateAsync())
        );
        Assert.Contains("flint-9", await _news.ListAsync<string>("SELECT subject FROM item_subjects"));
    }

    // Shops of links change a token with each answer: no reason to edit a message.
    [Theory]
    [InlineData("https://lab.example/a?token=2", 1, "sent")]
    [InlineData("https://lab.example/moved?token=1", 2, "stale")]
    public async Task Link_that_carries_another_token_is_no_edit(string link, long revision, string state)
    {
        var first = _news.Entry("Story", "https://lab.example/a?token=1");
        await _news.FollowAsync();
        await _news.ReadAsync(_feed, first);
        await _news.ExecuteAsync("UPDATE outbox SET state = 'sent', revision = 1");

        await _news.ReadAsync(_feed, first with { Link = link });

        Assert.Equal(
            (revision, state, link),
            (await RevisionAsync(), await StateAsync(), await _news.AskAsync<string>("SELECT link FROM items"))
        );
    }

    [Fact]
    public async Task Edited_story_makes_the_digest_that_shows_it_stale()
    {
        var first = _news.Entry("Story", null, "Text");
        await _news.FollowAsync(cadence: Cadence.Daily);
        await _news.ReadAsync(_feed, first);
        await _news.ExecuteAsync("INSERT INTO outbox (id, kind, channel_id, state, created_at) VALUES (7, 'digest', '10', 'sent', 0)");
        await _news.ExecuteAsync("UPDATE digest_items SET outbox_id = 7");

        await _news.ReadAsync(_feed, first with { Summary = "Corrected" });

        Assert.Equal("stale", await StateAsync());
    }

    // Ten or more entries that look new, most of them with known dates or titles: the feed renumbered its entries, most likely.
    [Fact]
    public async Task Flood_of_doubtful_entries_is_held_for_moderators_and_posted_for_none()
    {
        await _news.AddServerAsync(NewsStorage.Here);
        await _news.AddServerAsync(NewsStorage.There);
        var follower = await _news.FollowAsync();
        await _news.ReadAsync(_feed, Numbered("first", 12, days: 1));
        await _news.ExecuteAsync("DELETE FROM outbox");

        var (_, doubt) = await _news.ReadAsync(_feed, Numbered("again", 12, days: 40));

        Assert.Equal(new FeedDoubt(12, 12), doubt);
        Assert.Empty(await _news.PostsAsync(follower));
        Assert.Equal(
            $"12 12 {follower}",
            await _news.AskAsync<string>("SELECT new_count || ' ' || entry_count || ' ' || last_subscription FROM held_batches")
        );
        Assert.Equal(12, await _news.AskAsync<long>("SELECT COUNT(*) FROM sightings WHERE batch_id IS NOT NULL"));
        Assert.Contains("held back", Assert.Single(await _news.NoticesAsync(NewsStorage.Here)), StringComparison.Ordinal);
        Assert.Empty(await _news.NoticesAsync(NewsStorage.There));
    }

    [Fact]
    public async Task Many_entries_newer_than_all_before_are_posted()
    {
        var follower = await _news.FollowAsync();
        await _news.ReadAsync(_feed, Numbered("first", 12, days: 20));
        await _news.ExecuteAsync("DELETE FROM outbox");

        var (count, doubt) = await _news.ReadAsync(_feed, Numbered("second", 12, days: 1));

        Assert.Equal((12, null), (count, doubt));
        Assert.Equal(12, (await _news.PostsAsync(follower)).Length);
    }

    [Fact]
    public async Task Reading_records_what_the_feed_is_and_ends_its_fault()
    {
        await _news.ExecuteAsync("UPDATE feeds SET failures = 3, fault = 'It was down.', is_active = 0");
        _news.Time.Advance(TimeSpan.FromMinutes(5));

        await _news.Ingestor.IngestAsync(
            _feed,
            new PollResult.Read(new Feed(new string('n', 250), null, null, [_news.Entry("Story")]), "hash")
            {
                MovedTo = FeedAddress.TryParse("https://new.example/feed"),
                Validators = new CacheValidators("\"tag\"", "Sun, 29 Nov 2026 10:00:00 GMT"),
            },
            new PollTiming(_news.Time.GetTimestamp(), TimeSpan.FromMinutes(15)),
            cancellationToken: TestContext.Current.CancellationToken
        );

        var feed = (await _news.Feeds.FindAsync(_feed.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(
            (new string('n', 200), "https://new.example/feed", "\"tag\"", "hash"),
            (feed.Title, feed.MovedTo, feed.ETag, feed.BodyHash)
        );
        Assert.Equal((0, null, true, _news.Now + 900_000), (feed.Failures, feed.Fault, feed.IsActive, feed.NextPollAt));
        Assert.Equal((_news.Now, _news.Now, _news.Now), (feed.PolledAt, feed.SucceededAt, feed.NewestAt));
        Assert.Equal(_feed.BaselineAt, feed.BaselineAt);
    }

    [Fact]
    public async Task Feed_that_brings_nothing_new_keeps_its_title_and_the_age_of_its_news()
    {
        await _news.ExecuteAsync("UPDATE feeds SET title = 'The lab'");
        await _news.ReadAsync(_feed, _news.Entry("Story"));
        var before = (await _news.Feeds.FindAsync(_feed.Id, TestContext.Current.CancellationToken))!;
        _news.Time.Advance(TimeSpan.FromHours(1));

        await _news.ReadAsync(_feed, _news.Entry("Story") with { Published = Now.AddHours(-1) });

        var feed = (await _news.Feeds.FindAsync(_feed.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(("The lab", before.NewestAt, _news.Now), (feed.Title, feed.NewestAt, feed.SucceededAt));
    }

    [Fact]
    public async Task Feed_that_the_operator_took_off_the_list_stays_off_though_it_is_read()
    {
        await _news.ExecuteAsync("UPDATE feeds SET origin = 'Retired', is_active = 0");

        await _news.ReadAsync(_feed, _news.Entry("Story"));

        Assert.False((await _news.Feeds.FindAsync(_feed.Id, TestContext.Current.CancellationToken))!.IsActive);
    }

    [Theory]
    [InlineData("https://github.com/lumen/quartz/releases.atom", "lumen/quartz: v2", "lumen quartz v2")]
    [InlineData("https://github.com/lumen/quartz/tags.atom", "lumen/quartz: v2", null)]
    [InlineData("https://lab.example/releases.xml", "v2", null)]
    public async Task Release_of_a_repository_is_named_after_it_and_suggested_for_the_facts(string url, string title, string? discovery)
    {
        await _news.ExecuteAsync("UPDATE feeds SET url = @url", new { url });

        await _news.ReadAsync(_feed, _news.Entry("v2"));

        Assert.Equal(title, await _news.AskAsync<string>("SELECT title FROM items"));
        Assert.Equal(discovery, await _news.AskAsync<string>("SELECT owner || ' ' || repository || ' ' || version FROM discoveries"));
    }

    private FeedEntry[] Numbered(string ids, int count, int days) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(n =>
                    _news.Entry($"Story {n:00} of {ids}") with
                    {
                        Id = $"{ids} {n}",
                        Published = Now.AddDays(-days).AddMinutes(-n),
                    }
                ),
        ];

    private Task<long> RevisionAsync() => _news.AskAsync<long>("SELECT revision FROM items");

    private Task<string?> StateAsync() => _news.AskAsync<string>("SELECT state FROM outbox");
}
