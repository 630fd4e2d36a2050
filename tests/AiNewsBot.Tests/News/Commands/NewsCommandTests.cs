using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Channels;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>What people do with news, from adding a feed to asking why a story was posted.</summary>
public sealed class NewsCommandTests
{
    private const ulong All = ulong.MaxValue >> 1;
    private const ulong ReadOnly = 1 << 10 | 1 << 16;
    private const string Text = "200000000000000020";
    private const string Mute = "200000000000000021";
    private const string Forum = "200000000000000022";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)>
        {
            [Text] = ("news", 0, All),
            [Mute] = ("mute", 0, ReadOnly),
            [Forum] = ("forum", 15, All),
        },
    };

    [Fact]
    public async Task Moderator_adds_a_feed_by_its_page_follows_it_and_gets_its_news()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Old story");
        server["/"] = FeedServer.Send(
            """<html><head><link rel="alternate" type="application/rss+xml" href="/own.xml"></head></html>"""u8.ToArray(),
            ("Content-Type", "text/html")
        );
        await using var rig = await StartAsync(server);
        var user = rig.Discord.As(Moderator);

        var added = await user.RunCommandAsync("feeds add", ("url", server.Address("/").ToString()));
        Assert.Contains("Added: [Own feed]", added.Text);
        Assert.Contains("1 entry now", added.Text);
        var followed = await user.RunCommandAsync("news follow", ("channel", Text), ("when", "instant"), ("feed", "Own feed"));
        Assert.Contains($"From now on: news from Own feed in <#{Text}>, at once", followed.Text);
        feed.Add("Falcon 3 is out");
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Equal(Text, post.Channel);
        Assert.Contains("Falcon 3 is out", post.Text);
        Assert.Contains("because of a subscription", (await user.PressAsync(post.ButtonIds[0])).Text);
        await NewsRig.UntilAsync(
            async () =>
                (await user.RunCommandAsync("news why", ("item", "falcon out"))).Text.Contains("posted <t:", StringComparison.Ordinal),
            "the post to be noted"
        );
        var why = await user.RunCommandAsync("news why", ("item", "falcon out"));
        Assert.Contains($"https://discord.com/channels/{Moderator.Guild}/{Text}/{post.Id}", why.Text);
        Assert.Contains(
            "with the first reading of that feed, which is never posted",
            (await user.RunCommandAsync("news why", ("item", "Old story"))).Text
        );
    }

    [Fact]
    public async Task Feed_added_by_one_server_is_invisible_to_others()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/own.xml", "Own feed").Add("Secret story of one server");
        await using var rig = await StartAsync(server);
        var other = Moderator with { Guild = "210000000000000077" };
        await rig.Discord.As(Moderator).RunCommandAsync("feeds add", ("url", feed.Url));

        Assert.Contains("Secret story", (await rig.Discord.As(Moderator).RunCommandAsync("news latest")).Text);
        Assert.Contains("No news has come in yet", (await rig.Discord.As(other).RunCommandAsync("news latest")).Text);
        Assert.Contains("No story has all", (await rig.Discord.As(other).RunCommandAsync("news search", ("text", "secret story"))).Text);
        Assert.DoesNotContain("Own feed", (await rig.Discord.As(other).RunCommandAsync("feeds list")).Text);
        Assert.Contains("Own feed", (await rig.Discord.As(Moderator).RunCommandAsync("feeds list")).Text);
    }

    [Theory]
    [InlineData("It lacks there: Send Messages", "channel", Mute)]
    [InlineData("I know", "about", "no such model whatever")]
    [InlineData("No feed here is called", "feed", "none")]
    [InlineData("is no hour", "at", "25:99")]
    [InlineData("is no time zone", "timezone", "Mars/Phobos")]
    [InlineData("Only forums have tags", "tag", "x")]
    public async Task Follow_refuses_what_it_cannot_do_at_once(string refusal, string option, string value)
    {
        await using var rig = await StartAsync(await FeedServer.StartAsync());
        var options = new Dictionary<string, object>
        {
            ["channel"] = Text,
            ["when"] = "daily",
            [option] = value,
        };

        var reply = await rig.Discord.As(Moderator).RunCommandAsync("news follow", [.. options.Select(pair => (pair.Key, pair.Value))]);

        Assert.True(reply.IsPrivate);
        Assert.Contains(refusal.Replace("I know", "no", StringComparison.Ordinal), reply.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Nothing yet", (await rig.Discord.As(Moderator).RunCommandAsync("news list")).Text);
    }

    [Theory]
    [InlineData("news follow")]
    [InlineData("news list")]
    [InlineData("news post")]
    [InlineData("feeds list")]
    [InlineData("feeds add")]
    public async Task Member_without_the_news_role_is_refused(string command)
    {
        await using var rig = await StartAsync(await FeedServer.StartAsync());

        var reply = await rig
            .Discord.As(Moderator with { Permissions = 0 })
            .RunCommandAsync(command, ("channel", Text), ("when", "instant"), ("url", "https://a.test"));

        Assert.Contains("Ask one of them", reply.Text);
        Assert.Contains(
            "This works in a server",
            (
                await rig.Discord.As(Moderator with { Guild = null }).RunCommandAsync(command, ("channel", Text), ("url", "https://a.test"))
            ).Text
        );
    }

    [Fact]
    public async Task Subscription_is_listed_previewed_and_ended()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Grok 2 weights are out");
        await using var rig = await NewsRig.StartAsync(server, [feed]);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync(
            "news follow",
            ("channel", Text),
            ("when", "weekly"),
            ("about", "xai"),
            ("at", "18:30"),
            ("weekday", "friday"),
            ("timezone", "Asia/Kolkata")
        );

        var list = await user.RunCommandAsync("news list");
        Assert.Contains("news about xAI, each Friday at 18:30 (Asia/Kolkata)", list.Text.Replace("\\", "", StringComparison.Ordinal));
        var choice = Assert.Single((await user.AutocompleteAsync("news preview", "subscription", "xai")).Choices);
        Assert.Contains("Grok 2 weights are out", (await user.RunCommandAsync("news preview", ("subscription", choice.Value))).Text);
        Assert.Contains(
            "There is no such subscription",
            (
                await rig
                    .Discord.As(Moderator with { Guild = "210000000000000078" })
                    .RunCommandAsync("news unfollow", ("subscription", choice.Value))
            ).Text
        );
        Assert.Contains("Ended", (await user.RunCommandAsync("news unfollow", ("subscription", choice.Value))).Text);
        Assert.DoesNotContain("xAI", (await user.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task Moderator_writes_a_post_previews_it_and_posts_it()
    {
        await using var rig = await StartAsync(await FeedServer.StartAsync());
        var user = rig.Discord.As(Moderator);
        var form = await user.RunCommandAsync("news post", ("channel", Text));

        var preview = await user.SubmitAsync(
            form.FormId!,
            ("title", "We meet on **Friday** @everyone"),
            ("text", "Bring your models.\nAll of them."),
            ("link", "https://meet.test/")
        );
        Assert.True(preview.IsPrivate);
        Assert.Contains("Only you can see it so far", preview.Text);
        Assert.Empty(rig.SimulatedChannels.Posted.All);
        await user.PressAsync(preview.Buttons["Post it"]);
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Contains("Bring your models\\.\nAll of them".Replace("\\", "", StringComparison.Ordinal), post.Text);
        Assert.Contains(@"\*\*Friday\*\* \@everyone", post.Text);
        Assert.Contains("decided already", (await user.PressAsync(preview.Buttons["Post it"])).Text);
        await NewsRig.UntilAsync(
            async () => (await user.RunCommandAsync("news latest")).Text.Contains("We meet on", StringComparison.Ordinal),
            "the post to be among the newest"
        );
    }

    [Fact]
    public async Task Scheduled_post_waits_and_can_be_discarded()
    {
        await using var rig = await StartAsync(await FeedServer.StartAsync());
        var user = rig.Discord.As(Moderator);
        Assert.Contains("no time that I can read", (await user.RunCommandAsync("news post", ("channel", Text), ("at", "yesterday"))).Text);
        var form = await user.RunCommandAsync("news post", ("channel", Text), ("at", "2h"));

        var preview = await user.SubmitAsync(form.FormId!, ("title", "Later"), ("text", ""), ("link", ""));
        Assert.Contains("It is posted <t:", (await user.PressAsync(preview.Buttons["Schedule it"])).Text);

        Assert.Empty(rig.SimulatedChannels.Posted.All);
    }

    private static Task<NewsRig> StartAsync(FeedServer server) =>
        NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/operator.xml")],
            prepare: discord =>
            {
                discord.SimulatedChannels.Add(Text);
                discord.SimulatedChannels.Add(new SimulatedChannel { Id = Forum, Type = 15 });
            },
            settings: (NewsRig.NoFollow, "")
        );
}
