using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Servers;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>A paused subscription resumes when the server is fixed: Discord tells when something there has changed.</summary>
public sealed class ResumingTests
{
    private const string Server = "200000000000000000";
    private const string Audit = "200000000000000030";
    private static readonly OutboxRow Row = new()
    {
        Kind = OutboxRow.Item,
        ChannelId = NewsRig.Channel,
        ServerId = Server,
        State = OutboxState.Pending,
    };
    private static readonly PostOutcome Refused = new(PostResult.Forbidden);
    private const string RoleUpdate = $$$"""{"guild_id":"{{{Server}}}","role":{"id":"1","name":"bots","permissions":"0"}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Role_change_resumes_posting_in_order_and_unrelated_changes_do_not()
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Old story");
        await using var rig = await NewsRig.StartAsync(server, [feed], discord => discord.SimulatedChannels.Add(Audit));
        await rig
            .Bot.Services.GetRequiredService<ServerStore>()
            .SetAuditChannelAsync(Server, Audit, sendsSummary: false, cancellationToken: Cancelled);
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync(Server)).Count == 1,
            "the channel's server to be known"
        );
        rig.SimulatedChannels[NewsRig.Channel].Refusal = (403, 50001);
        feed.Add("First").Add("Second");
        await rig.PostsAsync(1);

        rig.Discord.Gateway.Dispatch("GUILD_ROLE_UPDATE", RoleUpdate.Replace(Server, "200000000000000099", StringComparison.Ordinal));
        var asked = Asked();
        rig.Discord.Gateway.Dispatch("GUILD_ROLE_UPDATE", RoleUpdate);
        await NewsRig.UntilAsync(() => Task.FromResult(Asked() > asked), "the channel to be looked at");
        Assert.True(Assert.Single(await rig.Subscriptions.ForServerAsync(Server, Cancelled)).IsPaused);

        rig.SimulatedChannels[NewsRig.Channel].Refusal = null;
        rig.Discord.Gateway.Dispatch("GUILD_ROLE_UPDATE", RoleUpdate);
        var posts = await rig.PostsAsync(3);
        await rig.ReadOnceMoreAsync(feed);

        // The moderators were told once.
        Assert.Single(rig.SimulatedChannels[Audit].Messages);
        Assert.Equal(["First", "Second"], posts.Skip(1).Select(TestFeed.TitleOf));
        Assert.Equal(3, rig.SimulatedChannels.Posted.Count);

        int Asked() =>
            rig.Discord.Rest.Requests.All.Count(request => request.Method == "GET" && request.Path == $"channels/{NewsRig.Channel}");
    }

    [Fact]
    public async Task Moderators_are_notified_once_across_restarts_until_a_post_succeeds()
    {
        var server = await FeedServer.StartAsync();
        await using var rig = await NewsRig.StartAsync(
            server,
            [TestFeed.On(server, "/feed").Add("Old story")],
            discord => discord.SimulatedChannels.Add(Audit)
        );
        await rig
            .Bot.Services.GetRequiredService<ServerStore>()
            .SetAuditChannelAsync(Server, Audit, sendsSummary: false, cancellationToken: Cancelled);
        await NewsRig.UntilAsync(
            async () => (await rig.Subscriptions.ForServerAsync(Server)).Count == 1,
            "the channel's server to be known"
        );

        await AfterRestart().PauseAsync(Row, Refused);
        Assert.True(await rig.Subscriptions.ResumeAsync(NewsRig.Channel, cancellationToken: Cancelled));
        await AfterRestart().PauseAsync(Row, Refused);
        Assert.Equal(1, await NoticesAsync());

        Assert.True(await rig.Subscriptions.ResumeAsync(NewsRig.Channel, cancellationToken: Cancelled));
        await AfterRestart().OnPostSucceededAsync(NewsRig.Channel);
        await AfterRestart().PauseAsync(Row, Refused);
        Assert.Equal(2, await NoticesAsync());

        // What a process knows only from the database, as after a restart.
        SubscriptionPauser AfterRestart() => ActivatorUtilities.CreateInstance<SubscriptionPauser>(rig.Bot.Services);

        Task<long> NoticesAsync() =>
            rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM outbox WHERE kind = 'notice'"));
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
    public async Task Every_event_that_may_restore_access_is_reported(string name, string data)
    {
        await using var bot = await RunningBot.StartAsync();
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Services.GetRequiredService<IChatTransport>().ServerChanged += id => told.TrySetResult(id);

        // Of direct messages nothing is told.
        bot.Discord.Gateway.Dispatch("CHANNEL_UPDATE", """{"id":"6","type":1,"guild_id":null}""");
        bot.Discord.Gateway.Dispatch(name, data);

        Assert.Equal(Server, await told.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
    }
}
