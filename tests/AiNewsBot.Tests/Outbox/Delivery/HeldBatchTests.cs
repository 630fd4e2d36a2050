using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using AiNewsBot.Tests.News;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>A feed in which suddenly most items look new is not poured into channels: the moderators of each server decide.</summary>
public sealed class HeldBatchTests
{
    private const string Server = "200000000000000000";
    private const string Audit = "200000000000000030";

    [Fact]
    public async Task Held_batch_is_announced_once_and_posted_in_order_on_approval()
    {
        await using var rig = await HoldAsync();
        var list = await rig.Discord.RunCommandAsync("news list");

        var notice = Assert.Single(rig.SimulatedChannels.Posted.All);
        Assert.Equal(Audit, notice.Channel);
        Assert.Contains("News of Test feed is held back: 12 of its 12 entries look new", notice.Text);
        Assert.Contains("**Held back** of Test feed", list.Text);
        Assert.Contains("12 posts follow", (await rig.Discord.PressAsync(list.Buttons["Post them all"])).Text);
        Assert.Contains("decided already", (await rig.Discord.PressAsync(list.Buttons["Drop them"])).Text);

        var posts = await rig.PostsAsync(13);
        Assert.Equal(Enumerable.Range(0, 12).Select(number => $"Rewritten {number:00}"), posts.Skip(1).Select(TestFeed.TitleOf));
        Assert.DoesNotContain("Held back", (await rig.Discord.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task Dropped_batch_is_not_posted_and_later_stories_are()
    {
        await using var rig = await HoldAsync();
        var list = await rig.Discord.RunCommandAsync("news list");

        Assert.Contains("They are not posted", (await rig.Discord.PressAsync(list.Buttons["Drop them"])).Text);
        Assert.Contains("decided already", (await rig.Discord.PressAsync(list.Buttons["Post them all"])).Text);
        _feed!.Add("Really new");
        var posts = await rig.PostsAsync(2);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal("Really new", TestFeed.TitleOf(posts[1]));
        Assert.Equal(2, rig.SimulatedChannels.Posted.Count);
    }

    [Fact]
    public async Task Member_without_the_news_role_cannot_decide_a_held_batch()
    {
        await using var rig = await HoldAsync();
        var button = (await rig.Discord.RunCommandAsync("news list")).Buttons["Post them all"];

        Assert.Contains("Ask one of them", (await rig.Discord.As(new SimulatedMember { Permissions = 0 }).PressAsync(button)).Text);
        Assert.Contains("**Held back**", (await rig.Discord.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task Subscription_made_after_a_batch_was_held_gets_none_of_it()
    {
        const string other = "200000000000000040";
        await using var rig = await HoldAsync();
        rig.SimulatedChannels.Add(other);
        var user = rig.Discord.As(
            new SimulatedMember { Channels = new Dictionary<string, (string, int, ulong)> { [other] = ("other", 0, ulong.MaxValue >> 1) } }
        );
        await user.RunCommandAsync("news follow", ("channel", other), ("when", "instant"));
        Assert.Contains("until a moderator decides", (await user.RunCommandAsync("news why", ("item", "Rewritten 03"))).Text);

        await user.PressAsync((await user.RunCommandAsync("news list")).Buttons["Post them all"]);
        await rig.PostsAsync(13);
        _feed!.Add("For both");
        await rig.PostsAsync(15);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal("For both", TestFeed.TitleOf(Assert.Single(rig.SimulatedChannels[other].Messages)));
        Assert.Equal(13, rig.SimulatedChannels[NewsRig.Channel].Messages.Count);
        Assert.Contains("it came in before this was followed", (await user.RunCommandAsync("news why", ("item", "Rewritten 03"))).Text);
    }

    [Fact]
    public async Task Dropped_batch_is_explained_as_dropped()
    {
        await using var rig = await HoldAsync();
        await rig.Discord.PressAsync((await rig.Discord.RunCommandAsync("news list")).Buttons["Drop them"]);

        Assert.Contains("a moderator dropped it", (await rig.Discord.RunCommandAsync("news why", ("item", "Rewritten 03"))).Text);
    }

    private TestFeed? _feed;

    // Titles, ids, links and texts are others at once, under dates that are known: as when a site is moved to other software.
    private async Task<NewsRig> HoldAsync()
    {
        var server = await FeedServer.StartAsync();
        var began = DateTimeOffset.UtcNow.AddDays(-30);
        _feed = TestFeed
            .On(server, "/feed")
            .Add([
                .. Enumerable
                    .Range(0, 12)
                    .Select(number => new TestStory($"Story {number:00}")
                    {
                        Link = $"https://news.test/{number}",
                        Date = began.AddDays(number),
                    }),
            ]);
        var rig = await NewsRig.StartAsync(server, [_feed], discord => discord.SimulatedChannels.Add(new SimulatedChannel { Id = Audit }));
        await rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannelAsync(Server, Audit, sendsSummary: false);
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync(Server)).Count == 1,
            "the channel's server to be known"
        );
        var number = 0;
        _feed.Change(story =>
            story with
            {
                Id = $"urn:{number}",
                Title = $"Rewritten {number:00}",
                Link = $"https://moved.test/{number:00}",
                Summary = $"Other words {number}.",
                Date = story.Date!.Value.AddHours(-number++ - 1),
            }
        );
        await rig.PostsAsync(1);
        await rig.ReadOnceMoreAsync(_feed);
        return rig;
    }
}
