using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using AiNewsBot.Tests.News;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Forums that want a tag for each post.</summary>
public sealed class ForumTests
{
    private const string Forum = "200000000000000022";
    private const string Audit = "200000000000000030";
    private const string Update = $$"""{"id":"{{Forum}}","type":15,"guild_id":"200000000000000000"}""";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)> { [Forum] = ("forum", 15, ulong.MaxValue >> 1) },
    };

    [Fact]
    public async Task Follow_requires_an_existing_tag_and_posts_carry_it()
    {
        await using var rig = await StartAsync(requiresTag: true);
        var user = rig.Discord.As(Moderator);

        Assert.Contains("forum wants a tag for each post. Choose one of these: News, Papers.", (await FollowAsync(user)).Text);
        Assert.Contains(
            "has no tag called 'Gossip'. Choose one of these: News, Papers.",
            (await FollowAsync(user, ("tag", "Gossip"))).Text
        );
        Assert.Contains("Nothing yet", (await user.RunCommandAsync("news list")).Text);
        Assert.Contains("From now on", (await FollowAsync(user, ("tag", "papers"))).Text);
        _feed!.Add("A thread of its own");

        Assert.Equal(["78"], Assert.Single(await rig.PostsAsync(1)).Tags);
    }

    [Fact]
    public async Task Follow_in_a_forum_without_tags_says_so()
    {
        await using var rig = await StartAsync(requiresTag: true, tags: []);

        Assert.Contains("It has none yet", (await FollowAsync(rig.Discord.As(Moderator))).Text);
    }

    [Fact]
    public async Task Forum_that_starts_to_require_a_tag_pauses_its_subscription_until_a_tag_is_set()
    {
        await using var rig = await StartAsync(requiresTag: false);
        var user = rig.Discord.As(Moderator);
        await FollowAsync(user);
        await FollowAsync(user, ("about", "xai"), ("tag", "Papers"));
        rig.SimulatedChannels[Forum].RequiresTag = true;

        _feed!.Add("First").Add("Second");
        await rig.PostsAsync(1);
        _feed.Add("Grok 3 weights are out").Add("Third");
        await rig.PostsAsync(2);
        rig.Discord.Gateway.Dispatch("CHANNEL_UPDATE", Update);
        await rig.ReadOnceMoreAsync(_feed);

        // The one with a tag continues all the while; of the other the moderators were notified once.
        var told = Assert.Single(rig.SimulatedChannels[Audit].Messages);
        Assert.Contains("the forum wants a tag for each post", told.Text);
        Assert.Equal(["Grok 3 weights are out"], rig.SimulatedChannels.MessagesIn(Forum).Select(post => post.Title));
        Assert.Contains("**paused**", (await user.RunCommandAsync("news list")).Text);

        Assert.Contains("followed already, and is changed now", (await FollowAsync(user, ("tag", "News"))).Text);
        await rig.PostsAsync(5);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal(
            ["Grok 3 weights are out", "First", "Second", "Third"],
            rig.SimulatedChannels.MessagesIn(Forum).Select(post => post.Title)
        );
        Assert.All(rig.SimulatedChannels.MessagesIn(Forum).Skip(1), post => Assert.Equal(["77"], post.Tags));
        Assert.Single(rig.SimulatedChannels[Audit].Messages);
        Assert.DoesNotContain("**paused**", (await user.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task Forum_that_stops_requiring_a_tag_resumes_its_subscription()
    {
        await using var rig = await StartAsync(requiresTag: false);
        await FollowAsync(rig.Discord.As(Moderator));
        rig.SimulatedChannels[Forum].RequiresTag = true;
        _feed!.Add("First");
        await rig.PostsAsync(1);

        rig.SimulatedChannels[Forum].RequiresTag = false;
        rig.Discord.Gateway.Dispatch("CHANNEL_UPDATE", Update);

        Assert.Equal("First", (await rig.PostsAsync(2))[1].Title);
    }

    [Fact]
    public async Task Following_again_with_another_role_changes_it_and_without_one_keeps_it()
    {
        await using var rig = await StartAsync(requiresTag: false);
        var user = rig.Discord.As(Moderator);
        await FollowAsync(user, ("mention", "777"));

        Assert.Contains("That is followed already", (await FollowAsync(user)).Text);
        Assert.Contains("changed now", (await FollowAsync(user, ("mention", "778"))).Text);
        _feed!.Add("The story");

        Assert.Equal(["778"], Assert.Single(await rig.PostsAsync(1)).Pings);
    }

    [Fact]
    public async Task Moderator_post_in_a_forum_carries_the_chosen_tag()
    {
        await using var rig = await StartAsync(requiresTag: true);
        var user = rig.Discord.As(Moderator);
        var form = await user.RunCommandAsync("news post", ("channel", Forum));

        Assert.Equal("tag", form.Fields["Tag"]);
        var preview = await user.SubmitAsync(form.FormId!, ("title", "We meet"), ("text", "On Friday."), ("link", ""), ("tag", "78"));
        await user.PressAsync(preview.Buttons["Post it"]);
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Equal(("We meet", "78"), (post.Title, Assert.Single(post.Tags)));
        await NewsRig.UntilAsync(() => Task.FromResult(Why().Contains("posted <t:", StringComparison.Ordinal)), "the post to be noted");
        Assert.Contains($"in <#{Forum}>: posted", Why());

        string Why() => user.RunCommandAsync("news why", ("item", "We meet")).Result.Text;
    }

    [Fact]
    public async Task Undeliverable_moderator_post_is_reported_to_the_moderators()
    {
        await using var rig = await StartAsync(requiresTag: true);
        var user = rig.Discord.As(Moderator);
        var form = await user.RunCommandAsync("news post", ("channel", Forum));
        var preview = await user.SubmitAsync(form.FormId!, ("title", "We meet"), ("text", ""), ("link", ""), ("tag", "78"));
        rig.SimulatedChannels[Forum].Tags.Remove("78");

        await user.PressAsync(preview.Buttons["Post it"]);
        await rig.PostsAsync(1);

        Assert.Contains(
            $"What was written with `/news post` for <#{Forum}> is not posted: the forum wants a tag",
            Assert.Single(rig.SimulatedChannels[Audit].Messages).Text
        );
    }

    private TestFeed? _feed;

    private static Task<DiscordSimulator.Interactions.SimulatedReply> FollowAsync(SimulatedUser user, params (string, object)[] options) =>
        user.RunCommandAsync("news follow", [("channel", Forum), ("when", "instant"), .. options]);

    private async Task<NewsRig> StartAsync(bool requiresTag, Dictionary<string, string>? tags = null)
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(
            server,
            [_feed],
            discord =>
            {
                discord.SimulatedChannels.Add(Audit);
                discord.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = Forum,
                        Name = "forum",
                        Type = 15,
                        RequiresTag = requiresTag,
                        Tags = tags ?? new() { ["77"] = "News", ["78"] = "Papers" },
                    }
                );
            },
            settings: (NewsRig.NoFollow, "")
        );
        await rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannelAsync("200000000000000000", Audit, sendsSummary: false);
        return rig;
    }
}
