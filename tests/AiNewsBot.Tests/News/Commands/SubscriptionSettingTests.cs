using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>What moderators change of a subscription: its look, its filter, its limits, and pauses.</summary>
public sealed class SubscriptionSettingTests
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

    private static readonly SimulatedMember Manager = Moderator with { Permissions = 1 << 5 };

    [Fact]
    public async Task Look_is_changed_and_told()
    {
        await using var rig = await StartAsync();

        Assert.Contains("the title with its link alone", await LookAsync(("content", "title")));
        Assert.Contains("titles alone", await ListAsync(rig));
        Assert.Contains(
            "up to 300 characters of text, and no picture",
            await LookAsync(("content", "full"), ("pictures", false), ("max_length", 300))
        );
        Assert.Contains("without pictures", await ListAsync(rig));
        Assert.Contains("50 to 2000", await LookAsync(("max_length", 5)));
        Assert.Contains("Nothing was changed", await LookAsync());

        Task<string> LookAsync(params (string, object)[] options) => RunAsync(rig, "news look", options);
    }

    [Fact]
    public async Task Filter_is_tried_on_past_stories_before_it_counts()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Llama 4 is out").Add("Grok is out").Add("A llama in a zoo");
        await using var rig = await StartAsync(server, feed);
        var user = rig.Discord.As(Moderator);

        var tried = await FilterAsync("llama -zoo");
        Assert.Contains("`+llama` `-zoo`", tried.Text);
        Assert.Contains("“llama” and not “zoo”", tried.Text);
        Assert.Contains("Of 3 stories of the past 30 days that this subscription follows, it would have posted 1", tried.Text);
        Assert.Contains("no filter", (await user.RunCommandAsync("news filter", ("subscription", "1"))).Text);

        Assert.Contains("counts from now on", (await user.PressAsync(tried.Buttons["Use this filter"])).Text);
        Assert.Contains("in use already", (await user.PressAsync(tried.Buttons["Use this filter"])).Text);
        Assert.Contains("with “llama” and not “zoo”", await ListAsync(rig));
        Assert.Contains("`+llama` `-zoo`", (await user.RunCommandAsync("news filter", ("subscription", "1"))).Text);
        feed.Add("Mistral is out");
        await rig.ReadOnceMoreAsync(feed);
        Assert.Contains("the filter of this subscription keeps it out", (await user.RunCommandAsync("news why", ("item", "Mistral"))).Text);
        Assert.Empty(rig.SimulatedChannels.Posted.All);

        Assert.Contains("is not closed", (await FilterAsync("\"llama")).Text);
        Assert.Contains("no filter any more", (await FilterAsync("none")).Text);

        Task<SimulatedReply> FilterAsync(string filter) => user.RunCommandAsync("news filter", ("subscription", "1"), ("filter", filter));
    }

    [Fact]
    public async Task Button_of_a_filter_that_was_replaced_changes_nothing()
    {
        await using var rig = await StartAsync();
        var user = rig.Discord.As(Moderator);
        var first = await user.RunCommandAsync("news filter", ("subscription", "1"), ("filter", "llama"));
        await user.RunCommandAsync("news filter", ("subscription", "1"), ("filter", "grok"));

        Assert.Contains("Another filter was tried meanwhile", (await user.PressAsync(first.Buttons["Use this filter"])).Text);
        Assert.DoesNotContain("llama", await ListAsync(rig));
    }

    [Fact]
    public async Task Limits_are_changed_and_told()
    {
        await using var rig = await StartAsync();

        Assert.Contains("at most 5 an hour", await LimitAsync(("posts", 5)));
        Assert.Contains("at most 5 a day", await LimitAsync(("per", "day")));
        Assert.Contains("quiet from 22\\:00 to 07\\:00", await LimitAsync(("quiet", "22:00-07:00")));
        Assert.Contains("at most 5 a day, quiet from 22\\:00 to 07\\:00", await ListAsync(rig));
        Assert.Contains("no span of hours", await LimitAsync(("quiet", "at night")));
        await rig.Discord.As(Manager).RunCommandAsync("settings timezone", ("timezone", "Europe/Paris"));
        Assert.Contains("07\\:00 (Europe/Paris)", await ListAsync(rig));
        Assert.DoesNotContain("quiet", await LimitAsync(("quiet", "none"), ("posts", 0)));
        Assert.Contains("again when a title changes", await LimitAsync(("again", true)));
        Assert.Contains("Nothing was changed", await LimitAsync(("again", true)));
        Assert.Contains("again when a title changes", await ListAsync(rig));
        Assert.DoesNotContain("again", await LimitAsync(("again", false)));
        Assert.Contains("up to 5 days old", await LimitAsync(("max_age", 5)));
        Assert.Contains("must be a number of days", await LimitAsync(("max_age", 40_000)));
        Assert.DoesNotContain("old", await LimitAsync(("max_age", 0)));

        Task<string> LimitAsync(params (string, object)[] options) => RunAsync(rig, "news limit", options);
    }

    [Fact]
    public async Task Of_a_digest_only_the_age_of_stories_is_limited()
    {
        await using var rig = await StartAsync();
        var user = rig.Discord.As(Moderator);
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "daily"));

        Assert.Contains("up to 5 days old", await LimitAsync(("max_age", 5)));
        Assert.Contains("one post each", await LimitAsync(("posts", 5)));

        async Task<string> LimitAsync((string, object) option) =>
            (await user.RunCommandAsync("news limit", ("subscription", "2"), option)).Text;
    }

    [Fact]
    public async Task Subscription_is_paused_and_resumed()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await StartAsync(server, feed);

        Assert.Contains("Paused", await RunAsync(rig, "news pause"));
        Assert.Contains("paused already", await RunAsync(rig, "news pause"));
        Assert.Contains("a moderator paused it", await ListAsync(rig));
        feed.Add("Meanwhile");
        await rig.ReadOnceMoreAsync(feed);
        Assert.Empty(rig.SimulatedChannels.Posted.All);
        Assert.Contains("Resumed", await RunAsync(rig, "news resume"));
        Assert.Contains("is not paused", await RunAsync(rig, "news resume"));

        Assert.Contains("Meanwhile", (await rig.NextPostAsync()).Text);
    }

    [Fact]
    public async Task Subscription_is_copied_with_its_settings_to_another_channel()
    {
        await using var rig = await StartAsync();
        var user = rig.Discord.As(Moderator);
        await RunAsync(rig, "news limit", ("posts", 5));
        await RunAsync(rig, "news look", ("content", "title"));

        var copied = await RunAsync(rig, "news copy", ("channel", Second));

        Assert.Contains($"<#{Second}>, at once, at most 5 an hour, titles alone", copied);
        Assert.Contains("own channel", await RunAsync(rig, "news copy", ("channel", NewsRig.Channel)));
    }

    [Fact]
    public async Task Log_tells_what_was_posted_of_a_feed()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed", "Paper").Add("Old story");
        await using var rig = await StartAsync(server, feed);
        var user = rig.Discord.As(Moderator);
        Assert.Contains("Nothing was posted", (await user.RunCommandAsync("news log")).Text);

        feed.Add("Grok is out");
        await rig.NextPostAsync();

        await NewsRig.UntilAsync(
            async () => (await user.RunCommandAsync("news log", ("feed", "Paper"))).Text.Contains("1 posted", StringComparison.Ordinal),
            "the post to be noted"
        );
        Assert.Contains($"in <#{NewsRig.Channel}>: Grok is out, posted", (await user.RunCommandAsync("news log")).Text);
    }

    private static async Task<string> ListAsync(NewsRig rig) => (await rig.Discord.As(Moderator).RunCommandAsync("news list")).Text;

    private static async Task<string> RunAsync(NewsRig rig, string command, params (string, object)[] options) =>
        (await rig.Discord.As(Moderator).RunCommandAsync(command, [("subscription", "1"), .. options])).Text;

    private static async Task<NewsRig> StartAsync(FeedServer? server = null, TestFeed? feed = null)
    {
        server ??= await FeedServer.StartAsync();
        feed ??= TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(server, [feed], settings: (NewsRig.NoFollow, ""));
        await rig.Discord.As(Moderator).RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"));
        return rig;
    }
}
