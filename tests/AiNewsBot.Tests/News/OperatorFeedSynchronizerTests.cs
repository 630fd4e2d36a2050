using System.Globalization;
using AiNewsBot.News;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.Outbox.Partitions;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.News;

/// <summary>Each start makes the operator's feeds and subscriptions those of the configuration, and leaves those of moderators
/// alone.</summary>
public sealed class OperatorFeedSynchronizerTests : IAsyncLifetime
{
    private readonly LogCollector _log = new();
    private NewsStorage _news = null!;

    private NewsSettings Settings => _news.Settings;

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        Settings.WatchedOrganizations = [];
        Settings.Feeds.Add(new NewsFeedSettings { Url = "https://lab.example/feed" });
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Configured_feeds_replace_the_list_that_came_with_the_program()
    {
        Settings.Feeds.Clear();
        await ApplyAsync();
        Assert.Equal(ShippedFeeds.Feeds.Length, await _news.AskAsync<int>("SELECT COUNT(*) FROM feeds WHERE origin = 'Shipped'"));

        Settings.Feeds.Add(new NewsFeedSettings { Url = "https://lab.example/feed" });
        await ApplyAsync();

        Assert.Equal(
            ["Configured 1"],
            await _news.ListAsync<string>("SELECT DISTINCT origin || ' ' || is_active FROM feeds WHERE origin <> 'Retired'")
        );
        Assert.Equal(0, await _news.AskAsync<int>("SELECT COUNT(*) FROM feeds WHERE origin = 'Retired' AND is_active = 1"));
    }

    [Fact]
    public async Task Shipped_feed_whose_address_is_uncertain_is_off_until_it_was_read()
    {
        Settings.Feeds.Clear();
        await ApplyAsync();
        var uncertain = ShippedFeeds.Feeds.Count(feed => feed.IsUncertain);
        Assert.Equal(uncertain, await _news.AskAsync<int>("SELECT COUNT(*) FROM feeds WHERE is_active = 0"));

        await _news.ExecuteAsync("UPDATE feeds SET is_active = 1");
        await ApplyAsync();

        Assert.Equal(0, await _news.AskAsync<int>("SELECT COUNT(*) FROM feeds WHERE is_active = 0"));
    }

    [Fact]
    public async Task Feed_is_one_however_its_address_is_written()
    {
        Settings.Feeds.Add(new NewsFeedSettings { Url = "HTTPS://LAB.example:443/feed" });
        Settings.Follow.Add(new NewsFollowSettings { Channel = "10", Feed = "https://lab.example/feed" });

        await ApplyAsync();

        Assert.Equal(["https://lab.example/feed"], await _news.ListAsync<string>("SELECT url FROM feeds"));
    }

    [Fact]
    public async Task Feed_that_is_only_followed_is_read_too()
    {
        Settings.Follow.Add(new NewsFollowSettings { Channel = "10", Feed = "https://other.example/feed" });

        await ApplyAsync();

        var subscription = Assert.Single(await _news.Subscriptions.AllAsync());
        Assert.Equal(
            "https://other.example/feed",
            await _news.AskAsync<string>("SELECT url FROM feeds WHERE id = @FeedId", new { subscription.FeedId })
        );
    }

    [Fact]
    public async Task Second_start_changes_nothing()
    {
        Settings.Follow.Add(new NewsFollowSettings { Channel = "10", About = "Quartz" });
        await ApplyAsync();
        var before = (await FeedAsync(), Assert.Single(await _news.Subscriptions.AllAsync()));
        _news.Time.Advance(TimeSpan.FromDays(1));

        await ApplyAsync();

        Assert.Equal(before, (await FeedAsync(), Assert.Single(await _news.Subscriptions.AllAsync())));
    }

    // What it published while it was on no list is no news.
    [Fact]
    public async Task Feed_that_comes_back_begins_with_a_new_first_reading()
    {
        await ApplyAsync();
        await _news.ExecuteAsync("UPDATE feeds SET baseline_at = 1, body_hash = 'x', etag = 'y', gone_at = 2");
        Settings.Feeds[0] = new NewsFeedSettings { Url = "https://other.example/feed" };
        await ApplyAsync();
        Assert.Equal((FeedOrigin.Retired, false), ((await FeedAsync()).Origin, (await FeedAsync()).IsActive));

        Settings.Feeds.Add(new NewsFeedSettings { Url = "https://lab.example/feed" });
        await ApplyAsync();

        var back = await FeedAsync();
        Assert.Equal((FeedOrigin.Configured, true), (back.Origin, back.IsActive));
        Assert.Equal((null, null, null, null), (back.BaselineAt, back.BodyHash, back.ETag, back.GoneAt));
    }

    [Fact]
    public async Task Feed_that_moderators_have_too_stays_theirs_when_the_operator_drops_it()
    {
        await ApplyAsync();
        await _news.ServerFeeds.AddAsync((await FeedAsync()).Address, NewsStorage.Here, null, "7", TestContext.Current.CancellationToken);
        Settings.Feeds[0] = new NewsFeedSettings { Url = "https://other.example/feed" };

        await ApplyAsync();

        Assert.Equal((FeedOrigin.Added, true), ((await FeedAsync()).Origin, (await FeedAsync()).IsActive));
    }

    [Theory]
    [InlineData("Quartz", "quartz")]
    [InlineData("lumen labs", "lumen")]
    [InlineData("", null)]
    public async Task Subject_of_a_feed_or_subscription_is_found_by_its_name(string about, string? subject)
    {
        Settings.Feeds[0].About = about;
        Settings.Follow.Add(new NewsFollowSettings { Channel = "10", About = about });

        await ApplyAsync();

        Assert.Equal((subject, subject), ((await FeedAsync()).About, Assert.Single(await _news.Subscriptions.AllAsync()).About));
    }

    // Following all instead would post what no one asked for.
    [Fact]
    public async Task Subscription_to_an_unknown_subject_is_left_out_and_logged()
    {
        Settings.Follow.Add(new NewsFollowSettings { Channel = "10", About = "Zebra 9" });

        await ApplyAsync();

        Assert.Empty(await _news.Subscriptions.AllAsync());
        Assert.Contains(
            _log.Entries,
            entry => entry.Level == LogLevel.Warning && entry.Message.Contains("'Zebra 9'", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Another_hour_role_or_age_is_a_change_of_the_same_subscription_and_another_subject_is_another()
    {
        var follow = new NewsFollowSettings
        {
            Channel = "10",
            When = "daily",
            About = "Quartz",
        };
        Settings.Follow.Add(follow);
        await ApplyAsync();
        var first = Assert.Single(await _news.Subscriptions.AllAsync());

        (follow.At, follow.Weekday, follow.Timezone, follow.Mention, follow.MaxAgeDays) = ("18:30", "friday", "Asia/Kolkata", "777", 9);
        await ApplyAsync();
        var changed = Assert.Single(await _news.Subscriptions.AllAsync());
        follow.About = "Flint";
        await ApplyAsync();

        Assert.Equal(
            (first.Id, "18:30", DayOfWeek.Friday, "Asia/Kolkata", "777", 9),
            (changed.Id, changed.At, changed.Weekday, changed.Timezone, changed.Mention, changed.MaxAgeDays)
        );
        Assert.NotEqual(first.Id, Assert.Single(await _news.Subscriptions.AllAsync()).Id);
    }

    [Fact]
    public async Task Subscriptions_of_moderators_stay_whatever_the_configuration_says()
    {
        var own = await _news.FollowAsync();
        Settings.Follow.Add(new NewsFollowSettings { Channel = "10" });
        await ApplyAsync();
        Settings.Follow.Clear();

        await ApplyAsync();

        Assert.Equal([own], (await _news.Subscriptions.AllAsync()).Select(one => one.Id));
    }

    [Fact]
    public async Task Watched_organization_is_a_list_of_the_hub()
    {
        Settings.WatchedOrganizations = ["lumen-labs"];

        await ApplyAsync();

        Assert.Equal(
            "Hub Hugging Face: lumen-labs https://huggingface.co/api/models?author=lumen-labs&sort=createdAt&direction=-1&limit=50",
            await _news.AskAsync<string>("SELECT kind || ' ' || title || ' ' || url FROM feeds WHERE kind = 'Hub'")
        );
    }

    [Fact]
    public async Task Hundreds_of_channels_are_followed_in_the_transactions_of_one()
    {
        var database = new InterruptedDatabase(_news.Database);
        for (var channel = 100; channel < 300; channel++)
            Settings.Follow.Add(new NewsFollowSettings { Channel = channel.ToString(CultureInfo.InvariantCulture), MaxAgeDays = 9 });

        await ApplyAsync(database);

        var all = await _news.Subscriptions.AllAsync();
        Assert.Equal((200, 9), (all.Count, Assert.Single(all.Select(one => one.MaxAgeDays).Distinct())));
        Assert.Equal(2, database.Transactions);
    }

    private Task ApplyAsync() => ApplyAsync(_news.Database);

    private Task ApplyAsync(IDatabase database)
    {
        using var loggers = new LoggerFactory([_log]);
        return new OperatorFeedSynchronizer(
            Settings,
            database,
            new SubscriptionStore(database, _news.Time),
            _news.Snapshots,
            _news.Time,
            loggers.CreateLogger<OperatorFeedSynchronizer>()
        ).ApplyAsync();
    }

    private async Task<FeedRecord> FeedAsync() =>
        (await _news.Feeds.ForServerAsync(null)).FirstOrDefault(feed => feed.Url == "https://lab.example/feed")
        ?? (await _news.Feeds.FindAsync(await _news.AskAsync<long>("SELECT id FROM feeds WHERE url = 'https://lab.example/feed'")))!;
}
