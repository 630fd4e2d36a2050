using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Moderators with many feeds: several followed at once, one filter for all, and a list that tells how each is.</summary>
public sealed class ManageManyTests
{
    private const string Second = "200000000000000060";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)>
        {
            [NewsRig.Channel] = ("news", 0, ulong.MaxValue >> 1),
            [Second] = ("more", 0, ulong.MaxValue >> 1),
        },
    };

    [Fact]
    public async Task Several_addresses_are_followed_at_once()
    {
        var server = await FeedServer.StartAsync();
        var known = TestFeed.On(server, "/known", "Known").Add("Old story");
        var other = TestFeed.On(server, "/other", "Other").Add("Old story of another");
        await using var rig = await StartAsync(server, known);
        var user = rig.Discord.As(Moderator);

        var followed = await FollowAsync($"{known.Url}, {other.Url}");
        Assert.Contains("From now on: news from Known in", followed);
        Assert.Equal(2, followed.Split("From now on").Length - 1);
        Assert.Equal(2, (await FollowAsync($"{known.Url} {other.Url}")).Split("That is followed already").Length - 1);
        Assert.Contains(
            "At most 20 addresses",
            await FollowAsync(string.Join(' ', Enumerable.Range(0, 21).Select(n => $"https://{n}.test/")))
        );
        Assert.Contains("Nothing was changed", await FollowAsync("https://a.test/ ftp://b.test/"));
        await rig.BaselineAsync(2);
        other.Add("Of the other");

        Assert.Contains("Of the other", (await rig.NextPostAsync()).Text);

        async Task<string> FollowAsync(string feeds) =>
            (await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"), ("feed", feeds))).Text;
    }

    [Fact]
    public async Task Filter_of_the_server_holds_in_all_channels_once_it_was_tried()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Llama 4 is out").Add("Sponsored: a chair");
        await using var rig = await StartAsync(server, feed);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"));
        Assert.Contains("no filter for all of its news", (await user.RunCommandAsync("news server-filter")).Text);

        var first = await FilterAsync("-chair");
        var tried = await FilterAsync("-sponsored");
        Assert.Contains("Of 2 stories of the past 30 days of this server's feeds, it would have posted 1", tried.Text);
        Assert.Contains("Another filter was tried meanwhile", (await user.PressAsync(first.Buttons["Use this filter"])).Text);
        Assert.Contains("in all channels from now on", (await user.PressAsync(tried.Buttons["Use this filter"])).Text);
        Assert.Contains("in use already", (await user.PressAsync(tried.Buttons["Use this filter"])).Text);
        feed.Add("Sponsored: a table");
        await rig.ReadOnceMoreAsync(feed);

        Assert.Empty(rig.SimulatedChannels.Posted.All);
        Assert.Contains(
            "this server's filter for all of its news keeps it out",
            (await user.RunCommandAsync("news why", ("item", "table"))).Text
        );
        Assert.Contains("Llama 4 is out", (await user.RunCommandAsync("news preview", ("subscription", "1"))).Text);
        Assert.Contains("is not closed", (await FilterAsync("\"chair")).Text);
        Assert.Contains("no filter any more", (await FilterAsync("none")).Text);
        feed.Add("Sponsored: a lamp");
        Assert.Contains("Sponsored: a lamp", (await rig.NextPostAsync()).Text);

        Task<SimulatedReply> FilterAsync(string filter) => user.RunCommandAsync("news server-filter", ("filter", filter));
    }

    [Fact]
    public async Task List_is_grouped_by_channel_and_tells_how_each_subscription_is()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed", "Paper").Add("Old story");
        await using var rig = await StartAsync(server, feed);
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"));
        await user.RunCommandAsync("news follow", ("channel", Second), ("when", "daily"), ("feed", feed.Url));
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "daily"));
        feed.Add("News");
        await rig.NextPostAsync();
        await NewsRig.UntilAsync(
            async () => (await ListAsync()).Contains("1 post in 30 days", StringComparison.Ordinal),
            "the post to be noted"
        );
        feed.IsDown = true;
        await NewsRig.UntilAsync(
            async () => (await ListAsync()).Contains("1 of 1 feed", StringComparison.Ordinal),
            "the fault to be noted"
        );

        var list = await ListAsync();
        Assert.Matches(
            $@"\*\*<#{NewsRig.Channel}>\*\*\n- all news, at once\n  -# 1 post in 30 days, the last <t:\d+:R>\n- all news, each day",
            list
        );
        Assert.Matches(
            $@"\*\*<#{Second}>\*\*\n- news from Paper, each day.*\n  -# nothing posted in 30 days; ⚠️ its feed cannot be read: ",
            list
        );

        var log = (await user.RunCommandAsync("news log")).Text;
        Assert.Contains("**By feed, in the past 30 days**\n- Paper: 1 entry, 1 post", log);

        async Task<string> ListAsync() => (await user.RunCommandAsync("news list")).Text;
    }

    private static Task<NewsRig> StartAsync(FeedServer server, TestFeed feed) =>
        NewsRig.StartAsync(server, [feed], fake => fake.SimulatedChannels.Add(Second), settings: (NewsRig.NoFollow, ""));
}
