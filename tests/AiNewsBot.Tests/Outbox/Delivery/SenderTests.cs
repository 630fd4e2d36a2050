using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using AiNewsBot.Tests.News;
using DiscordSimulator;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Subscriptions that post under a name and picture of their own, by a webhook of the bot.</summary>
public sealed class SenderTests
{
    private const string Forum = "200000000000000022";
    private const string Thread = "200000000000000023";
    private const string Announcements = "200000000000000024";
    private const string Audit = "200000000000000030";
    private const string Picture = "https://pictures.example/lab.png";
    private const ulong All = ulong.MaxValue >> 1;
    private const ulong Administrator = 1UL << 3;
    private const ulong ManageMessages = 1UL << 13;
    private const ulong ManageWebhooks = 1UL << 29;

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)>
        {
            [NewsRig.Channel] = ("news", 0, All),
            [Forum] = ("forum", 15, All),
            [Thread] = ("thread", 11, All),
            [Announcements] = ("announcements", 5, All),
        },
    };

    private TestFeed? _feed;

    [Theory]
    [InlineData(NewsRig.Channel)]
    [InlineData(Thread)]
    [InlineData(Forum)]
    [InlineData(Announcements)]
    public async Task Post_and_its_edit_go_by_the_webhook(string channel)
    {
        await using var rig = await StartAsync();
        var user = await FollowAsync(rig, channel);
        Assert.Contains("as Open Lab", (await SendAsync(user, ("name", "Open Lab"), ("picture", Picture))).Text);
        Assert.Contains("as Open Lab", (await user.RunCommandAsync("news list")).Text);

        _feed!.Add(new TestStory("First"));
        var post = Assert.Single(await rig.PostsAsync(1));
        Assert.Equal(("Open Lab", Picture), post.Sender);
        Assert.Equal(Assert.Single(rig.SimulatedChannels.Webhooks.In()).Id, post.Webhook);
        Assert.Equal(post.Id, Assert.Single(rig.SimulatedChannels.MessagesIn(channel)).Id);
        if (channel == Announcements)
            await rig.SimulatedChannels.Published.ReachAsync(1, "the post to be published");

        _feed.Change(story => story with { Summary = "As it was, corrected." });
        await rig.SimulatedChannels.Edited.ReachAsync(1, "the post to be edited");

        Assert.Contains("As it was, corrected", post.Text);
        Assert.Contains("subscription", (await rig.Discord.As(Moderator).PressAsync(post.ButtonIds[0])).Text);
        Assert.Empty(rig.Discord.Violations.All);
    }

    [Fact]
    public async Task Channel_has_one_webhook_for_all_subscriptions_and_moderators_go_back_to_the_bots_name()
    {
        await using var rig = await StartAsync();
        var user = await FollowAsync(rig, NewsRig.Channel);
        await user.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "instant"), ("about", "xai"));
        var persons = rig.SimulatedChannels.Webhooks.Add(NewsRig.Channel);
        await SendAsync(user, ("name", "Open Lab"));
        await SendAsync(user, ("picture", Picture));
        await user.RunCommandAsync("news sender", ("subscription", "2"), ("name", "Another"));

        Assert.Equal(2, rig.SimulatedChannels.Webhooks.In(NewsRig.Channel).Count);
        Assert.Contains("as Another", (await user.RunCommandAsync("news list")).Text);
        Assert.Contains("Nothing was changed", (await SendAsync(user, ("name", "Open Lab"))).Text);
        await SendAsync(user, ("name", "none"));
        Assert.Contains("with its own picture", (await user.RunCommandAsync("news list")).Text);
        Assert.Contains("the bot's own name", (await SendAsync(user, ("picture", "none"))).Text);
        _feed!.Add("First");

        Assert.Null(Assert.Single(await rig.PostsAsync(1)).Webhook);
        Assert.DoesNotContain(rig.SimulatedChannels.Posted.All, post => post.Webhook == persons.Id);
    }

    [Theory]
    [InlineData("Discord News")]
    [InlineData("Clyde")]
    [InlineData("everyone")]
    [InlineData("a@b")]
    public async Task Name_that_Discord_takes_from_no_webhook_is_refused(string name)
    {
        await using var rig = await StartAsync();
        var user = await FollowAsync(rig, NewsRig.Channel);

        Assert.Contains("Nothing was changed", (await SendAsync(user, ("name", name))).Text);
        Assert.Contains("shows a picture by itself", (await SendAsync(user, ("picture", "file:///a"))).Text);
        Assert.Empty(rig.SimulatedChannels.Webhooks.In());
    }

    [Theory]
    [InlineData(NewsRig.Channel, ManageWebhooks, "lacks Manage Webhooks:")]
    [InlineData(Announcements, ManageMessages | ManageWebhooks, "lacks Manage Webhooks and Manage Messages:")]
    public async Task Missing_permission_is_told_when_it_is_set(string channel, ulong missing, string told)
    {
        await using var rig = await StartAsync(All & ~missing & ~Administrator);
        var user = await FollowAsync(rig, channel);

        var reply = await SendAsync(user, ("name", "Open Lab"));

        Assert.Contains(told, reply.Text);
        Assert.Contains("Nothing was changed", reply.Text);
        Assert.DoesNotContain("as Open Lab", (await user.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task Channel_that_has_as_many_webhooks_as_it_may_is_told()
    {
        await using var rig = await StartAsync();
        var user = await FollowAsync(rig, NewsRig.Channel);
        for (var i = 0; i < 15; i++)
            rig.SimulatedChannels.Webhooks.Add(NewsRig.Channel);

        Assert.Contains("Maximum number of webhooks reached", (await SendAsync(user, ("name", "Open Lab"))).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Webhook_that_moderators_delete_or_move_is_done_without_and_they_are_told_once(bool isMoved)
    {
        await using var rig = await StartAsync();
        await rig
            .Bot.Services.GetRequiredService<ServerStore>()
            .SetAuditChannelAsync(
                "200000000000000000",
                Audit,
                sendsSummary: false,
                cancellationToken: TestContext.Current.CancellationToken
            );
        var user = await FollowAsync(rig, NewsRig.Channel);
        await SendAsync(user, ("name", "Open Lab"));
        var webhook = Assert.Single(rig.SimulatedChannels.Webhooks.In());
        if (isMoved)
            webhook.Channel = Announcements;
        else
            rig.SimulatedChannels.Webhooks.Delete(webhook.Id);

        _feed!.Add("First").Add("Second");
        await rig.PostsAsync(3);
        _feed.Add("Third");
        await rig.PostsAsync(4);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal(["First", "Second", "Third"], rig.SimulatedChannels.MessagesIn(NewsRig.Channel).Select(TestFeed.TitleOf));
        Assert.All(rig.SimulatedChannels.MessagesIn(NewsRig.Channel), post => Assert.Null(post.Webhook));
        var told = Assert.Single(rig.SimulatedChannels[Audit].Messages);
        Assert.Contains("under the bot's own name again", told.Text);
        Assert.DoesNotContain("as Open Lab", (await user.RunCommandAsync("news list")).Text);

        Assert.Contains("as Open Lab", (await SendAsync(user, ("name", "Open Lab"))).Text);
        _feed.Add("Fourth");
        Assert.Equal("Open Lab", (await rig.PostsAsync(5))[4].Sender.Name);
    }

    [Fact]
    public async Task Copy_has_the_name_and_picture_in_its_channel_too()
    {
        await using var rig = await StartAsync();
        var user = await FollowAsync(rig, NewsRig.Channel);
        await SendAsync(user, ("name", "Open Lab"));

        Assert.Contains("as Open Lab", (await user.RunCommandAsync("news copy", ("subscription", "1"), ("channel", Announcements))).Text);

        Assert.Equal([NewsRig.Channel, Announcements], rig.SimulatedChannels.Webhooks.In().Select(webhook => webhook.Channel));
    }

    private async Task<NewsRig> StartAsync(ulong permissions = All)
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        return await NewsRig.StartAsync(
            server,
            [_feed],
            discord =>
            {
                discord.SimulatedChannels.Add(Forum, 15);
                discord.SimulatedChannels.Add(Announcements, 5);
                discord.SimulatedChannels.Add(Audit);
                discord.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = Thread,
                        Type = 11,
                        Parent = NewsRig.Channel,
                    }
                );
            },
            new FakeDiscordOptions { BotPermissions = permissions, OpenApi = SharedFiles.Find("discord/openapi.json") },
            settings: [(NewsRig.NoFollow, "")]
        );
    }

    private static async Task<SimulatedUser> FollowAsync(NewsRig rig, string channel)
    {
        var user = rig.Discord.As(Moderator);
        Assert.Contains("From now on", (await user.RunCommandAsync("news follow", ("channel", channel), ("when", "instant"))).Text);
        return user;
    }

    private static Task<SimulatedReply> SendAsync(SimulatedUser user, params (string, object)[] options) =>
        user.RunCommandAsync("news sender", [("subscription", "1"), .. options]);
}
