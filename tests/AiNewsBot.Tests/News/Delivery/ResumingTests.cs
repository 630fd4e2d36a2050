using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Delivery;
using AiNewsBot.News.Outbox;
using AiNewsBot.Servers;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Transport;
using AiNewsBot.Transport.Posting;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Delivery;

/// <summary>A subscription that was paused goes on when the server is put right: Discord tells when something there has changed.</summary>
public sealed class ResumingTests
{
    private const string Server = "200000000000000000";
    private const string Audit = "200000000000000030";
    private static readonly OutboxRow Row = new() { Kind = OutboxRow.Item, ChannelId = NewsRig.Channel, ServerId = Server, State = OutboxState.Pending };
    private static readonly PostOutcome Refused = new(PostResult.Forbidden);
    private const string RoleUpdate = $$$"""{"guild_id":"{{{Server}}}","role":{"id":"1","name":"bots","permissions":"0"}}""";

    [Fact]
    public async Task A_change_of_roles_lets_it_go_on_in_order_and_a_change_elsewhere_or_in_vain_does_not()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], discord => discord.Board.Add(Audit));
        rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannel(Server, Audit, sendsSummary: false);
        await NewsRig.UntilAsync(() => rig.Subscriptions.Of(Server).Count == 1, "the channel's server to be known");
        rig.Board[NewsRig.Channel].Refusal = (403, 50001);
        feed.Add("First").Add("Second");
        await rig.PostsAsync(1);

        rig.Discord.Gateway.Dispatch("GUILD_ROLE_UPDATE", RoleUpdate.Replace(Server, "200000000000000099", StringComparison.Ordinal));
        var asked = Asked();
        rig.Discord.Gateway.Dispatch("GUILD_ROLE_UPDATE", RoleUpdate);
        await NewsRig.UntilAsync(() => Asked() > asked, "the channel to be looked at");
        Assert.True(Assert.Single(rig.Subscriptions.Of(Server)).IsPaused);

        rig.Board[NewsRig.Channel].Refusal = null;
        rig.Discord.Gateway.Dispatch("GUILD_ROLE_UPDATE", RoleUpdate);
        var posts = await rig.PostsAsync(3);
        await rig.ReadOnceMoreAsync(feed);

        // The moderators were told once.
        Assert.Single(rig.Board[Audit].Messages);
        Assert.Equal(["First", "Second"], posts.Skip(1).Select(TestFeed.TitleOf));
        Assert.Equal(3, rig.Board.Posted.Count);

        int Asked() => rig.Discord.Rest.Requests.All.Count(request => request.Method == "GET" && request.Path == $"channels/{NewsRig.Channel}");
    }

    [Fact]
    public async Task The_moderators_are_told_once_over_restarts_until_a_post_works_again()
    {
        var server = await FeedServer.StartAsync();
        await using var rig = await NewsRig.StartAsync(server, [TestFeed.On(server, "/feed").Add("Old story")], discord => discord.Board.Add(Audit));
        rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannel(Server, Audit, sendsSummary: false);
        await NewsRig.UntilAsync(() => rig.Subscriptions.Of(Server).Count == 1, "the channel's server to be known");

        AfterRestart().Pause(Row, Refused);
        Assert.True(rig.Subscriptions.Resume(NewsRig.Channel));
        AfterRestart().Pause(Row, Refused);
        Assert.Equal(1, Notices());

        Assert.True(rig.Subscriptions.Resume(NewsRig.Channel));
        AfterRestart().Worked(NewsRig.Channel);
        AfterRestart().Pause(Row, Refused);
        Assert.Equal(2, Notices());

        // What a process knows only from the database, as one does that was started anew.
        Pauses AfterRestart() => ActivatorUtilities.CreateInstance<Pauses>(rig.Bot.Services);

        long Notices() => rig.Database.Read(connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM outbox WHERE kind = 'notice'"));
    }

    [Theory]
    [InlineData("CHANNEL_CREATE", $$"""{"id":"5","type":0,"guild_id":"{{Server}}"}""")]
    [InlineData("CHANNEL_UPDATE", $$"""{"id":"5","permission_overwrites":[{"id":"7","guild_id":"9"}],"guild_id":"{{Server}}","type":0}""")]
    [InlineData("THREAD_CREATE", $$"""{"id":"5","type":11,"guild_id":"{{Server}}"}""")]
    [InlineData("THREAD_UPDATE", $$$"""{"id":"5","type":11,"thread_metadata":{"archived":false},"guild_id":"{{{Server}}}"}""")]
    [InlineData("THREAD_LIST_SYNC", $$"""{"guild_id":"{{Server}}","threads":[],"members":[]}""")]
    [InlineData("GUILD_ROLE_CREATE", RoleUpdate)]
    [InlineData("GUILD_ROLE_UPDATE", RoleUpdate)]
    [InlineData("GUILD_ROLE_DELETE", $$"""{"guild_id":"{{Server}}","role_id":"1"}""")]
    [InlineData("GUILD_MEMBER_UPDATE", $$$"""{"guild_id":"{{{Server}}}","roles":["1"],"user":{"id":"2"}}""")]
    [InlineData("GUILD_UPDATE", $$"""{"id":"{{Server}}","name":"Server"}""")]
    [InlineData("GUILD_CREATE", $$"""{"id":"{{Server}}","unavailable":false,"channels":[],"roles":[]}""")]
    public async Task Whatever_may_let_the_bot_in_is_told(string name, string data)
    {
        await using var bot = await RunningBot.StartAsync();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Services.GetRequiredService<IChatTransport>().ServerChanged += id => told.TrySetResult(id);

        // Of direct messages nothing is told.
        bot.Discord.Gateway.Dispatch("CHANNEL_UPDATE", """{"id":"6","type":1,"guild_id":null}""");
        bot.Discord.Gateway.Dispatch(name, data);

        Assert.Equal(Server, await told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }
}
