using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Ingest;
using AiNewsBot.Tests.Harness;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Tests.News.Items;

/// <summary>A database of the version before, in which several entries were one and
/// stories had the words of the feed that was first.</summary>
public sealed class MigrationTests : IDisposable
{
    private const int LastBefore = 22;
    private const string Page = "https://lab.test/changelog";
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    private static TestStory Story(string changelog, int n) =>
        changelog switch
        {
            "fragments" => new TestStory($"Version {n}")
            {
                Id = $"{Page}#v{n}",
                Link = $"{Page}#v{n}",
                Date = Start.AddDays(n),
            },
            "fragments without dates" => new TestStory($"Version {n}")
            {
                Id = $"{Page}#v{n}",
                Link = Page,
                Date = null,
            },
            _ => new TestStory($"Version {n}")
            {
                Id = Page,
                Link = Page,
                Date = Start.AddDays(n),
            },
        };

    // Before, all entries of such a feed were one: the newest when it was read last.
    [Theory]
    [InlineData("fragments")]
    [InlineData("fragments without dates")]
    [InlineData("one guid and link")]
    public async Task Entries_that_come_to_light_are_not_posted_and_what_is_new_is(string changelog)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed
            .On(server, "/feed", site: "https://lab.test/")
            .Add([.. Enumerable.Range(0, 6).Select(n => Story(changelog, n))]);
        var newest = Story(changelog, 5);
        var keys = EntryKeys.From(new(newest.Id, newest.Link, newest.Title, newest.Summary, newest.Date, null));
        Prepare(connection =>
        {
            connection.Execute(
                """
                INSERT INTO feeds (id, url, kind, origin, is_active, identity, body_hash, etag, baseline_at, next_poll_at, created_at)
                    VALUES (1, @Url, 'Feed', 'Configured', 1, 'Id', 'x', '"x"', 1, 0, 1);
                INSERT INTO items (id, kind, title, link, canonical, dated_at, first_seen_at)
                    VALUES (1, 'Entry', @Title, @Link, 'lab.test/changelog', 1, 1);
                INSERT INTO sightings (feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at,
                    is_baseline)
                VALUES (1, 1, @guid, @linkKey, @titleKey, @Content, @Published, @Link, 1, 1);
                """,
                new
                {
                    feed.Url,
                    newest.Title,
                    newest.Link,
                    guid = keys.Id,
                    linkKey = keys.Link,
                    titleKey = keys.Title,
                    keys.Content,
                    keys.Published,
                }
            );
        });
        await using var rig = await StartAsync(server, feed);
        await rig.ReadOnceMoreAsync(feed);
        Assert.Empty(rig.SimulatedChannels.Posted.All);

        feed.Add(Story(changelog, 6));
        await rig.PostsAsync(1);
        feed.Add(Story(changelog, 7), Story(changelog, 8));
        await rig.PostsAsync(3);
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal(["Version 6", "Version 7", "Version 8"], rig.SimulatedChannels.Posted.All.Select(TestFeed.TitleOf));
    }

    // Before, of the entries of one day under one title the first of a document was kept.
    [Fact]
    public async Task Entries_of_one_day_under_one_title_that_come_to_light_are_not_posted_and_what_is_new_is()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed", site: "https://lab.test/").Add([.. Enumerable.Range(0, 6).Select(n => OfDay(n / 3, n))]);
        var kept = OfDay(1, 5);
        var keys = EntryKeys.From(new(null, kept.Link, kept.Title, kept.Summary, kept.Date, null));
        Prepare(
            connection =>
                connection.Execute(
                    """
                    INSERT INTO feeds (id, url, kind, origin, is_active, identity, body_hash, etag, baseline_at, next_poll_at, created_at)
                        VALUES (1, @Url, 'Feed', 'Configured', 1, 'Title', 'x', '"x"', 1, 0, 1);
                    INSERT INTO items (id, kind, title, link, canonical, dated_at, first_seen_at)
                        VALUES (1, 'Entry', @Title, @Link, 'lab.test/changelog', 1, 1);
                    INSERT INTO sightings (feed_id, item_id, link_key, title_key, content_key, published_at, link, first_seen_at,
                        is_baseline)
                    VALUES (1, 1, @linkKey, @titleKey, @Content, @Published, @Link, 1, 1);
                    """,
                    new
                    {
                        feed.Url,
                        kept.Title,
                        kept.Link,
                        linkKey = keys.Link,
                        titleKey = keys.Title,
                        keys.Content,
                        keys.Published,
                    }
                ),
            last: 31
        );
        await using var rig = await StartAsync(server, feed);
        await rig.ReadOnceMoreAsync(feed);
        Assert.Empty(rig.SimulatedChannels.Posted.All);

        feed.Add(OfDay(2, 6));
        await rig.PostsAsync(1);
        feed.Add(OfDay(2, 7));
        await rig.PostsAsync(2);
        await rig.ReadOnceMoreAsync(feed);

        Assert.Equal(["Change 6", "Change 7"], rig.SimulatedChannels.Posted.All.Select(ChangeOf));

        static TestStory OfDay(int day, int n) =>
            new("Changelog")
            {
                Id = "",
                Link = Page,
                Summary = $"Change {n}",
                Date = new DateTimeOffset(2026, 9, 1 + day, 0, 0, 0, TimeSpan.Zero),
            };

        static string ChangeOf(DiscordSimulator.Channels.SimulatedMessage post) =>
            post.Text.Split('\n').Single(line => line.StartsWith("Change ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Waiting_post_is_in_the_words_of_the_feed_by_which_its_subscription_got_it()
    {
        var server = await FeedServer.StartAsync();
        var story = new TestStory("The real title") { Id = "good", Link = "https://lab.test/a" };
        var feed = TestFeed.On(server, "/feed", site: "https://lab.test/").Add(story);
        var keys = EntryKeys.From(new(story.Id, story.Link, story.Title, story.Summary, story.Date, null));
        Prepare(connection =>
            connection.Execute(
                $"""
                INSERT INTO feeds (id, url, kind, origin, is_active, identity, baseline_at, next_poll_at, created_at) VALUES
                    (1, 'http://127.0.0.1:9/evil', 'Feed', 'Added', 1, 'Id', 1, 9000000000000000, 1),
                    (2, @Url, 'Feed', 'Configured', 1, 'Id', 1, 0, 1);
                INSERT INTO server_feeds (feed_id, server_id, added_by, added_at) VALUES (1, '999', 'x', 1);
                INSERT INTO items (id, kind, title, link, dated_at, first_seen_at)
                    VALUES (1, 'Entry', 'Log in here', 'https://evil.test/', 1, 1), (2, 'Post', 'Alone', NULL, 1, 1);
                INSERT INTO sightings (feed_id, item_id, guid_key, link_key, title_key, content_key, published_at, link, first_seen_at,
                    is_baseline) VALUES
                    (1, 1, 1, @linkKey, 1, 1, 1, 'https://lab.test/a', 1, 0),
                    (2, 1, @guid, @linkKey, @titleKey, @Content, @Published, 'https://lab.test/a', 1, 0);
                INSERT INTO subscriptions (id, config_key, server_id, channel_id, cadence, created_at)
                    VALUES (1, '{NewsRig.Channel}|||Instant', '{TwoServersGuild}', '{NewsRig.Channel}', 'Instant', 1);
                INSERT INTO outbox (kind, subscription_id, item_id, server_id, channel_id, state, created_at)
                    VALUES ('item', 1, 1, '{TwoServersGuild}', '{NewsRig.Channel}', 'pending', 1);
                """,
                new
                {
                    feed.Url,
                    guid = keys.Id,
                    linkKey = keys.Link,
                    titleKey = keys.Title,
                    keys.Content,
                    keys.Published,
                }
            )
        );
        await using var rig = await StartAsync(server, feed);

        await rig.PostsAsync(1);
        await NewsRig.UntilAsync(
            () => Task.FromResult(rig.SimulatedChannels.Posted.All[0].Text.Contains("The real title", StringComparison.Ordinal)),
            "the post to show its own feed's words"
        );
        await rig.ReadOnceMoreAsync(feed);

        var post = Assert.Single(rig.SimulatedChannels.Posted.All);
        Assert.DoesNotContain("Log in", post.Text);
        Assert.DoesNotContain("evil", post.Text);
        Assert.Equal(
            3,
            await rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM items"),
                TestContext.Current.CancellationToken
            )
        );
    }

    public void Dispose() => _folder.Dispose();

    private static string TwoServersGuild => AiNewsBot.Tests.News.Sharing.TwoServers.Here.Guild!;

    private Task<NewsRig> StartAsync(FeedServer server, TestFeed feed) =>
        NewsRig.StartAsync(
            server,
            [feed],
            settings: [("Storage:ConnectionString", $"Data Source={_folder["old.db"]}"), ("News:Follow:0:Channel", NewsRig.Channel)]
        );

    private void Prepare(Action<SqliteConnection> fill, int last = LastBefore) => OldDatabase.Create(_folder["old.db"], last, fill);
}
