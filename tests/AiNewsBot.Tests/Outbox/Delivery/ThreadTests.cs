using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using AiNewsBot.Tests.News;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Threads that were put away: opened again where that is allowed, and else a reason to pause.</summary>
public sealed class ThreadTests
{
    private const string Server = "200000000000000000";
    private const string Audit = "200000000000000030";
    private const string Update =
        $$$"""{"id":"{{{NewsRig.Channel}}}","type":11,"thread_metadata":{"archived":true},"guild_id":"{{{Server}}}"}""";

    [Fact]
    public async Task Locked_archived_thread_pauses_news_until_unlocked()
    {
        await using var rig = await StartAsync(
            new SimulatedChannel
            {
                Id = NewsRig.Channel,
                Type = 11,
                Parent = "1",
                IsArchived = true,
                IsLocked = true,
            }
        );

        _feed!.Add("First").Add("Second");
        await rig.PostsAsync(1);
        await rig.ReadOnceMoreAsync(_feed);
        var told = Assert.Single(rig.SimulatedChannels.Posted.All);
        Assert.Equal(Audit, told.Channel);
        Assert.Contains("the thread is archived, and the bot may not open it again", told.Text);
        Assert.Contains(
            "the thread is archived",
            Assert.Single(await rig.Subscriptions.ForServerAsync(Server, TestContext.Current.CancellationToken)).PausedBecause
        );

        rig.SimulatedChannels[NewsRig.Channel].IsLocked = false;
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);
        var posts = await rig.PostsAsync(3);

        Assert.Equal(["First", "Second"], posts.Skip(1).Select(TestFeed.TitleOf));
        Assert.False(rig.SimulatedChannels[NewsRig.Channel].IsArchived);
        Assert.Single(rig.SimulatedChannels[Audit].Messages);
    }

    [Fact]
    public async Task Thread_that_cannot_be_opened_is_retried_on_changes_and_reported_once()
    {
        await using var rig = await StartAsync(
            new SimulatedChannel
            {
                Id = NewsRig.Channel,
                Type = 11,
                Parent = "1",
                IsArchived = true,
            }
        );
        const string forbidden = """{"message":"Missing Permissions","code":50013}""";
        rig.Discord.Rest.FailNext("PATCH", $"channels/{NewsRig.Channel}", 403, forbidden);
        rig.Discord.Rest.FailNext("PATCH", $"channels/{NewsRig.Channel}", 403, forbidden);

        _feed!.Add("The story");
        await rig.PostsAsync(1);
        Assert.Contains("archived", rig.SimulatedChannels.Posted.All[0].Text);
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);
        await NewsRig.UntilAsync(
            async () => Opened() == 2 && Assert.Single(await rig.Subscriptions.ForServerAsync(Server)).IsPaused,
            "the thread to be tried without success"
        );
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);
        var posts = await rig.PostsAsync(2);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal("The story", TestFeed.TitleOf(posts[1]));
        Assert.Equal(2, rig.SimulatedChannels.Posted.Count);

        int Opened() =>
            rig.Discord.Rest.Requests.All.Count(request => request.Method == "PATCH" && request.Path == $"channels/{NewsRig.Channel}");
    }

    [Fact]
    public async Task Locked_open_thread_pauses_news()
    {
        await using var rig = await StartAsync(
            new SimulatedChannel
            {
                Id = NewsRig.Channel,
                Type = 11,
                Parent = "1",
                IsLocked = true,
            }
        );

        _feed!.Add("The story");
        await rig.PostsAsync(1);
        Assert.Contains("the thread is locked", rig.SimulatedChannels.Posted.All[0].Text);
        rig.SimulatedChannels[NewsRig.Channel].IsLocked = false;
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);

        Assert.Equal("The story", TestFeed.TitleOf((await rig.PostsAsync(2))[1]));
    }

    private TestFeed? _feed;

    private async Task<NewsRig> StartAsync(SimulatedChannel thread)
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(
            server,
            [_feed],
            discord =>
            {
                discord.SimulatedChannels.Add(Audit);
                discord.SimulatedChannels.Add(thread);
            }
        );
        await rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannelAsync(Server, Audit, sendsSummary: false);
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync(Server)).Count == 1,
            "the channel's server to be known"
        );
        return rig;
    }
}
