using System.Net;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Feeds;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Cli;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;
using Microsoft.AspNetCore.Http;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>What is set of a feed, as it shows in the posts: pictures, who may see them, and the header of a private one.</summary>
public sealed class FeedLookTests
{
    private const string Restricted = "200000000000000061";
    private const string Picture = "https://news.test/new.jpg";
    private const string Secret = "Bearer kept-from-everyone";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)>
        {
            [NewsRig.Channel] = ("news", 0, ulong.MaxValue >> 1),
            [Restricted] = ("of age", 0, ulong.MaxValue >> 1),
        },
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Feed_that_moderators_add_shows_pictures_as_they_say(bool hasPictures)
    {
        await using var rig = await StartAsync(NewsRig.NoFollow);
        var feed = await AddAsync(rig, ("pictures", hasPictures));
        await FollowAsync(rig, NewsRig.Channel);

        feed.Add(Story);

        Assert.Equal(hasPictures, IsPictured(await rig.NextPostAsync()));
    }

    [Fact]
    public async Task Feed_that_is_not_for_everyone_shows_pictures_in_age_restricted_channels_alone()
    {
        await using var rig = await StartAsync(NewsRig.NoFollow);
        var feed = await AddAsync(rig, ("age_restricted", true));
        await FollowAsync(rig, NewsRig.Channel);
        await FollowAsync(rig, Restricted);

        feed.Add(Story);
        var posts = await rig.PostsAsync(2);

        Assert.Equal([Restricted], posts.Where(IsPictured).Select(post => post.Channel));
        rig.SimulatedChannels[Restricted].IsAgeRestricted = false;
        feed.Add(new TestStory("Newer story") { Picture = Picture });
        Assert.DoesNotContain((await rig.PostsAsync(4)).Skip(2), IsPictured);
    }

    [Theory]
    [InlineData("News:Feeds:0:Pictures", "false")]
    [InlineData("News:Feeds:0:AgeRestricted", "true")]
    public async Task Operator_takes_the_pictures_of_a_feed_away(string key, string value)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: (key, value));

        feed.Add(Story);

        Assert.False(IsPictured(await rig.NextPostAsync()));
    }

    [Fact]
    public async Task Feed_that_moderators_add_for_its_titles_shows_no_text_and_no_picture()
    {
        await using var rig = await StartAsync(NewsRig.NoFollow);
        var feed = await AddAsync(rig, ("title_alone", true));
        await FollowAsync(rig, NewsRig.Channel);

        feed.Add(Story);

        AssertIsTitleAlone(await rig.NextPostAsync());
    }

    [Fact]
    public async Task Operator_shows_the_titles_of_a_feed_alone()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: ("News:Feeds:0:TitleAlone", "true"));

        feed.Add(Story);

        AssertIsTitleAlone(await rig.NextPostAsync());
    }

    [Fact]
    public async Task Look_of_a_feed_is_changed_though_the_servers_list_is_full()
    {
        await using var rig = await StartAsync(NewsRig.NoFollow);
        var feed = await AddAsync(rig);
        await FillListAsync(rig);

        var changed = await AddFeedAsync(rig, feed, ("pictures", false));
        var refused = await AddFeedAsync(rig, TestFeed.On(rig.Feeds, "/another").Add("Old story"));

        Assert.Contains("on this server's list already", changed);
        Assert.Contains("remove one first", refused);
        var shown = await rig.Database.ReadAsync(
            one => one.ExecuteScalarAsync<long>("SELECT MIN(has_pictures) FROM server_feeds"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(0, shown);
    }

    [Fact]
    public async Task Header_of_a_private_feed_is_sent_and_nowhere_kept_or_shown()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        server["/private"] = async http =>
        {
            if (http.Request.Headers.Authorization != Secret)
            {
                http.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
                return;
            }

            http.Response.ContentType = "application/rss+xml";
            await http.Response.WriteAsync(feed.ToString(), http.RequestAborted);
        };
        (string Key, string Value)[] settings =
        [
            ("News:Feeds:0:Url", server.Address("/private").ToString()),
            ("News:Feeds:0:HeaderValue", Secret),
        ];
        await using var rig = await NewsRig.StartAsync(server, [feed], settings: settings);
        using var terminal = new Terminal();
        await terminal.SeedAsync();

        feed.Add("New story");
        var post = await rig.NextPostAsync();
        var list = await rig.Discord.As(Moderator).RunCommandAsync("feeds list");
        var (_, doctor, _) = await terminal.RunAsync(["doctor", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")]);

        Assert.Contains("/private", list.Text);
        string[] shown =
        [
            post.Body.ToString(),
            list.Text,
            doctor,
            .. rig.Bot.Log.Select(entry => $"{entry.Message} {entry.Exception}"),
            .. await ReadTablesAsync(rig, "feeds", "items", "sightings", "outbox", "subscriptions"),
        ];
        Assert.All(shown, text => Assert.DoesNotContain("kept-from-everyone", text));
    }

    private static TestStory Story => new("New story") { Link = "https://news.test/new", Picture = Picture };

    private static void AssertIsTitleAlone(SimulatedMessage post)
    {
        Assert.Contains("[New story](<https://news.test/new>)", post.Text);
        Assert.DoesNotContain(Story.Summary, post.Text);
        Assert.False(IsPictured(post));
    }

    private static bool IsPictured(SimulatedMessage post) => post.Body.ToString().Contains(Picture, StringComparison.Ordinal);

    private static async Task<NewsRig> StartAsync(string setting)
    {
        var server = await FeedServer.StartAsync();
        return await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/operators").Add("Old story of the operator's feed")],
            discord => discord.SimulatedChannels.Add(new SimulatedChannel { Id = Restricted, IsAgeRestricted = true }),
            settings: (setting, "")
        );
    }

    private static async Task<TestFeed> AddAsync(NewsRig rig, params (string, object)[] options)
    {
        var feed = TestFeed.On(rig.Feeds, "/feed", "Ours").Add("Old story");
        Assert.Contains("Added", await AddFeedAsync(rig, feed, options));
        return feed;
    }

    private static async Task<string> AddFeedAsync(NewsRig rig, TestFeed feed, params (string, object)[] options) =>
        (await rig.Discord.As(Moderator).RunCommandAsync("feeds add", [("url", feed.Url), .. options])).Text;

    private static Task<SimulatedReply> FollowAsync(NewsRig rig, string channel) =>
        rig.Discord.As(Moderator).RunCommandAsync("news follow", ("channel", channel), ("when", "instant"));

    // As many feeds as a server may add, of which one is read.
    private static Task FillListAsync(NewsRig rig) =>
        rig.Database.WriteAsync(async connection =>
        {
            for (var i = 1; i < ServerFeeds.MaxCount; i++)
            {
                await connection.ExecuteAsync(
                    """
                    INSERT INTO feeds (url, kind, origin, is_active, next_poll_at, created_at)
                        VALUES (@url, 'Feed', 'Added', 0, 0, 0);
                    INSERT INTO server_feeds (feed_id, server_id, added_by, added_at)
                        SELECT feeds.id, one.server_id, one.added_by, one.added_at FROM feeds, (SELECT * FROM server_feeds LIMIT 1) AS one
                        WHERE feeds.url = @url
                    """,
                    new { url = FormattableString.Invariant($"https://lab{i}.example/feed") }
                );
            }
        });

    private static async Task<string[]> ReadTablesAsync(NewsRig rig, params string[] tables)
    {
        var texts = new List<string>();
        foreach (var table in tables)
            texts.AddRange(
                await rig.Database.ReadAsync(async connection =>
                    (await connection.QueryAsync($"SELECT * FROM {table}")).Select(row =>
                        string.Join(' ', (IDictionary<string, object>)row)
                    )
                )
            );
        return [.. texts];
    }
}
