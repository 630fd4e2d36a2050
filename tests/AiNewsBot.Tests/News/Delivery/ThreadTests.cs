using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Delivery;

/// <summary>Threads that were put away: opened again where that is allowed, and else a reason to pause.</summary>
public sealed class ThreadTests
{
    private const string Server = "200000000000000000";
    private const string Audit = "200000000000000030";
    private const string Update = $$$"""{"id":"{{{NewsRig.Channel}}}","type":11,"thread_metadata":{"archived":true},"guild_id":"{{{Server}}}"}""";

    [Fact]
    public async Task One_that_is_locked_and_archived_pauses_its_news_until_it_is_unlocked()
    {
        await using var rig = await StartAsync(new SimulatedChannel { Id = NewsRig.Channel, Type = 11, Parent = "1", IsArchived = true, IsLocked = true });

        _feed!.Add("First").Add("Second");
        await rig.PostsAsync(1);
        await rig.ReadOnceMoreAsync(_feed);
        var told = Assert.Single(rig.Board.Posted.All);
        Assert.Equal(Audit, told.Channel);
        Assert.Contains("the thread is archived, and the bot may not open it again", told.Text);
        Assert.Contains("the thread is archived", Assert.Single(rig.Subscriptions.Of(Server)).PausedBecause);

        rig.Board[NewsRig.Channel].IsLocked = false;
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);
        var posts = await rig.PostsAsync(3);

        Assert.Equal(["First", "Second"], posts.Skip(1).Select(TestFeed.TitleOf));
        Assert.False(rig.Board[NewsRig.Channel].IsArchived);
        Assert.Single(rig.Board[Audit].Messages);
    }

    [Fact]
    public async Task One_that_the_bot_may_not_open_is_tried_again_when_something_changes_and_the_moderators_are_told_once()
    {
        await using var rig = await StartAsync(new SimulatedChannel { Id = NewsRig.Channel, Type = 11, Parent = "1", IsArchived = true });
        const string forbidden = """{"message":"Missing Permissions","code":50013}""";
        rig.Discord.Rest.FailNext("PATCH", $"channels/{NewsRig.Channel}", 403, forbidden);
        rig.Discord.Rest.FailNext("PATCH", $"channels/{NewsRig.Channel}", 403, forbidden);

        _feed!.Add("The story");
        await rig.PostsAsync(1);
        Assert.Contains("archived", rig.Board.Posted.All[0].Text);
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);
        await NewsRig.UntilAsync(() => Opened() == 2 && Assert.Single(rig.Subscriptions.Of(Server)).IsPaused, "the thread to be tried in vain");
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);
        var posts = await rig.PostsAsync(2);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal("The story", TestFeed.TitleOf(posts[1]));
        Assert.Equal(2, rig.Board.Posted.Count);

        int Opened() => rig.Discord.Rest.Requests.All.Count(request => request.Method == "PATCH" && request.Path == $"channels/{NewsRig.Channel}");
    }

    [Fact]
    public async Task One_that_is_locked_but_open_pauses_its_news_too()
    {
        await using var rig = await StartAsync(new SimulatedChannel { Id = NewsRig.Channel, Type = 11, Parent = "1", IsLocked = true });

        _feed!.Add("The story");
        await rig.PostsAsync(1);
        Assert.Contains("the thread is locked", rig.Board.Posted.All[0].Text);
        rig.Board[NewsRig.Channel].IsLocked = false;
        rig.Discord.Gateway.Dispatch("THREAD_UPDATE", Update);

        Assert.Equal("The story", TestFeed.TitleOf((await rig.PostsAsync(2))[1]));
    }

    private TestFeed? _feed;

    private async Task<NewsRig> StartAsync(SimulatedChannel thread)
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(server, [_feed], discord =>
        {
            discord.Board.Add(Audit);
            discord.Board.Add(thread);
        });
        rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannel(Server, Audit, sendsSummary: false);
        await NewsRig.UntilAsync(() => rig.Subscriptions.Of(Server).Count == 1, "the channel's server to be known");
        return rig;
    }
}
