using AiNewsBot.Servers;
using Dapper;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Sharing;

/// <summary>A batch that is held back is each server's own to decide, where it sees the feed; elsewhere it is not there.</summary>
public sealed class ForeignBatchTests
{
    private const string Audit = "200000000000000030";
    private const string TheirAudit = "200000000000000072";
    private const int Count = 12;

    [Fact]
    public async Task Posting_the_operators_batch_in_one_server_posts_and_decides_nothing_in_another()
    {
        await using var both = await StartAsync();
        await HoldAsync(both, both.Good, Audit, TheirAudit);
        var here = await both.User.RunCommandAsync("news list");
        var there = await both.Stranger.RunCommandAsync("news list");

        Assert.Contains("12 posts follow", (await both.User.PressAsync(here.Buttons["Post them all"])).Text);
        await NewsRig.UntilAsync(() => Task.FromResult(both.Posts.Count == Count), "all of them to be posted");

        Assert.Empty(both.TheirPosts);
        Assert.Contains("**Held back** of Good paper", (await both.Stranger.RunCommandAsync("news list")).Text);
        Assert.Contains("They are not posted", (await both.Stranger.PressAsync(there.Buttons["Drop them"])).Text);
        Assert.Contains("decided already", (await both.Stranger.PressAsync(there.Buttons["Post them all"])).Text);
        Assert.Contains("a moderator dropped it", (await both.Stranger.RunCommandAsync("news why", ("item", "Rewritten 03"))).Text);
        Assert.DoesNotContain("dropped", (await both.User.RunCommandAsync("news why", ("item", "Rewritten 03"))).Text);
        both.Good.Add("Really new");
        await NewsRig.UntilAsync(() => Task.FromResult(both.TheirPosts.Count == 1), "a later story there");
        Assert.Equal("Really new", TestFeed.TitleOf(both.TheirPosts[0]));
    }

    [Fact]
    public async Task Dropping_the_operators_batch_in_one_server_leaves_it_to_decide_in_another()
    {
        await using var both = await StartAsync();
        await HoldAsync(both, both.Good, Audit, TheirAudit);

        await both.Stranger.PressAsync((await both.Stranger.RunCommandAsync("news list")).Buttons["Drop them"]);
        await both.User.PressAsync((await both.User.RunCommandAsync("news list")).Buttons["Post them all"]);
        await NewsRig.UntilAsync(() => Task.FromResult(both.Posts.Count == Count), "all of them to be posted");

        Assert.Empty(both.TheirPosts);
    }

    [Theory]
    [InlineData("Post them all")]
    [InlineData("Drop them")]
    public async Task A_batch_of_a_servers_own_feed_is_neither_shown_nor_decided_elsewhere(string button)
    {
        await using var both = await StartAsync();
        await HoldAsync(both, both.Evil, TheirAudit);
        var there = await both.Stranger.RunCommandAsync("news list");

        Assert.Contains("**Held back** of Evil paper", there.Text);
        Assert.DoesNotContain("Held back", (await both.User.RunCommandAsync("news list")).Text);
        Assert.Contains("decided already", (await both.User.PressAsync(there.Buttons[button])).Text);
        Assert.Contains("No such story", (await both.User.RunCommandAsync("news why", ("item", "Rewritten 03"))).Text);
        Assert.Equal(
            0,
            await both.Rig.Database.ReadAsync(
                connection => connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM held_decisions"),
                TestContext.Current.CancellationToken
            )
        );

        await both.Stranger.PressAsync(there.Buttons["Post them all"]);
        await NewsRig.UntilAsync(() => Task.FromResult(both.TheirPosts.Count == Count), "all of them to be posted there");
        Assert.Empty(both.Posts);
        Assert.Empty(both.Rig.SimulatedChannels[Audit].Messages);
    }

    private static async Task<TwoServers> StartAsync()
    {
        var both = await TwoServers.StartAsync(feed => feed.Replace(Old));
        both.Rig.SimulatedChannels.Add(new SimulatedChannel { Id = Audit });
        both.Rig.SimulatedChannels.Add(new SimulatedChannel { Id = TheirAudit, Guild = TwoServers.There.Guild! });
        var servers = both.Rig.Bot.Services.GetRequiredService<ServerStore>();
        await both.FollowThereAsync();
        await servers.SetAuditChannelAsync(TwoServers.Here.Guild!, Audit, sendsSummary: false);
        await servers.SetAuditChannelAsync(TwoServers.There.Guild!, TheirAudit, sendsSummary: false);
        await NewsRig.UntilAsync(
            async () => (await both.Rig.Subscriptions.ForServerAsync(TwoServers.Here.Guild!)).Count == 1,
            "the channel's server to be known"
        );
        return both;
    }

    private static TestStory[] Old { get; } =
    [
        .. Enumerable
            .Range(0, Count)
            .Select(number => new TestStory($"Story {number:00}")
            {
                Link = $"https://good.test/{number}",
                Date = DateTimeOffset.UtcNow.AddDays(number - 30),
            }),
    ];

    // Titles, ids, links and texts are others at once, under dates that are known: as when a site is moved to other software.
    private static async Task HoldAsync(TwoServers both, TestFeed feed, params string[] told)
    {
        feed.Replace([
            .. Old.Select(
                (story, number) =>
                    new TestStory($"Rewritten {number:00}")
                    {
                        Id = $"urn:{number}",
                        Link = $"https://moved.test/{number:00}",
                        Summary = $"Other words {number}.",
                        Date = story.Date!.Value.AddHours(-number - 1),
                    }
            ),
        ]);
        await NewsRig.UntilAsync(
            () => Task.FromResult(told.All(channel => both.Rig.SimulatedChannels[channel].Messages.Count == 1)),
            "the moderators to be told"
        );
        await both.Rig.ReadOnceMoreAsync(feed);
        Assert.Empty(both.Posts);
        Assert.Empty(both.TheirPosts);
    }
}
