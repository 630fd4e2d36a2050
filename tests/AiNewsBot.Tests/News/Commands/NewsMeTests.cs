using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Channels;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>A person talks with the bot in direct messages about what they want to read there.</summary>
public sealed class NewsMeTests
{
    private const string Ann = "300000000000000001";

    private static readonly string Direct = SimulatedChannels.DirectWith(Ann);

    [Fact]
    public async Task Person_follows_a_maker_gets_its_news_once_and_stops_with_one_button()
    {
        await using var talk = await StartAsync();
        Assert.Contains("You follow nothing in direct messages", (await talk.User.RunCommandAsync("news me")).Text);

        var followed = await talk.User.RunCommandAsync("news me", ("about", "xAI"));
        Assert.Contains("From now on: news about xAI in your direct messages, at once", followed.Text);
        Assert.True(followed.IsPrivate);
        Assert.Contains("You asked for news about xAI in your direct messages", (await talk.Rig.NextPostAsync()).Text);
        Assert.Contains(
            "each day at 07:30 (Europe/Paris)",
            (await FollowAsync("Llama", ("at", "7:30"), ("timezone", "europe/paris"))).Replace("\\:", ":")
        );
        talk.Feed.Add("Grok 1 is out").Add("It rains");

        var post = await talk.Rig.NextPostAsync();
        Assert.Equal(Direct, post.Channel);
        Assert.Contains("Grok 1 is out", post.Text);
        await talk.Rig.ReadOnceMoreAsync(talk.Feed);
        Assert.Equal(2, talk.Rig.SimulatedChannels.MessagesIn(Direct).Count);

        Assert.Contains("Stopped", (await talk.User.PressAsync("news-me-stop:")).Text);
        Assert.Contains("news-me-stop:", post.ButtonIds);
        Assert.Contains("nothing in direct messages any more", (await talk.User.PressAsync("news-me-stop:")).Text);
        talk.Feed.Add("Grok 2 is out");
        await talk.Rig.ReadOnceMoreAsync(talk.Feed);
        Assert.Equal(2, talk.Rig.SimulatedChannels.MessagesIn(Direct).Count);

        async Task<string> FollowAsync(string about, params (string, object)[] options) =>
            (await talk.User.RunCommandAsync("news me", [("about", about), .. options])).Text;
    }

    [Fact]
    public async Task One_of_several_is_ended_from_the_list()
    {
        await using var talk = await StartAsync();
        await talk.User.RunCommandAsync("news me", ("about", "xAI"));
        await talk.User.RunCommandAsync("news me", ("when", "daily"));
        var list = await talk.User.RunCommandAsync("news me");
        Assert.Contains("- news about xAI in your direct messages, at once\n- all news in your direct messages, each day", list.Text);

        var left = await talk.User.PressAsync(list.Buttons["End xAI"]);

        Assert.DoesNotContain("xAI", left.Text);
        Assert.Contains("all news", left.Text);
        Assert.Contains("ended already", (await talk.User.PressAsync(list.Buttons["End xAI"])).Text);
    }

    [Fact]
    public async Task Where_direct_messages_are_closed_nothing_is_followed()
    {
        await using var talk = await StartAsync();
        talk.Rig.SimulatedChannels.Add(
            new SimulatedChannel
            {
                Id = Direct,
                Type = 1,
                Refusal = (403, 50007),
            }
        );

        Assert.Contains("I cannot write to you", (await talk.User.RunCommandAsync("news me", ("about", "xAI"))).Text);
        Assert.Contains("You follow nothing", (await talk.User.RunCommandAsync("news me")).Text);
    }

    [Fact]
    public async Task News_pauses_when_direct_messages_are_closed_and_begins_again_when_its_reader_says_so()
    {
        await using var talk = await StartAsync();
        await talk.User.RunCommandAsync("news me", ("when", "instant"));
        await talk.Rig.NextPostAsync();
        talk.Rig.SimulatedChannels[Direct].Refusal = (403, 50007);
        talk.Feed.Add("Nobody can read this");
        await NewsRig.UntilAsync(
            async () => (await talk.User.RunCommandAsync("news me")).Text.Contains("**Paused**", StringComparison.Ordinal),
            "the pause"
        );

        talk.Rig.SimulatedChannels[Direct].Refusal = null;
        var list = await talk.User.RunCommandAsync("news me");
        Assert.Contains("your direct messages are closed to the bot", list.Text);
        Assert.Contains("Resumed", (await talk.User.PressAsync(list.Buttons["Resume"])).Text);
        talk.Feed.Add("All can read this");

        Assert.Contains("All can read this", (await talk.Rig.NextPostAsync()).Text);
        Assert.DoesNotContain(talk.Rig.SimulatedChannels.MessagesIn(Direct), message => message.Text.Contains("Nobody"));
    }

    [Theory]
    [InlineData("at", "noon", "no hour that I can read")]
    [InlineData("timezone", "Nowhere", "no time zone that I know")]
    [InlineData("about", "Zorblax", "Zorblax")]
    public async Task Option_that_cannot_be_read_changes_nothing(string option, string value, string said)
    {
        await using var talk = await StartAsync();

        Assert.Contains(said, (await talk.User.RunCommandAsync("news me", ("when", "daily"), (option, value))).Text);
        Assert.Contains("You follow nothing", (await talk.User.RunCommandAsync("news me")).Text);
    }

    private static async Task<Talk> StartAsync()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(server, [feed], settings: (NewsRig.NoFollow, ""));
        return new Talk(rig, feed, rig.Discord.As(new SimulatedMember { User = Ann, Guild = null }));
    }

    private sealed record Talk(NewsRig Rig, TestFeed Feed, SimulatedUser User) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Rig.DisposeAsync();
    }
}
