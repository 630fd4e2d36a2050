using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Servers;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Delivery;

/// <summary>Forums that want a tag for each post.</summary>
public sealed class ForumTests
{
    private const string Forum = "200000000000000022";
    private const string Audit = "200000000000000030";
    private const string Update = $$"""{"id":"{{Forum}}","type":15,"guild_id":"200000000000000000"}""";

    private static readonly SimulatedMember Moderator = new() { Channels = new Dictionary<string, (string, int, ulong)> { [Forum] = ("forum", 15, ulong.MaxValue >> 1) } };

    [Fact]
    public async Task Follow_asks_for_a_tag_that_is_there_and_posts_carry_it()
    {
        await using var rig = await StartAsync(requiresTag: true);
        var user = rig.Discord.As(Moderator);

        Assert.Contains("forum wants a tag for each post. Choose one of these: News, Papers.", (await FollowAsync(user)).Text);
        Assert.Contains("has no tag called 'Gossip'. Choose one of these: News, Papers.", (await FollowAsync(user, ("tag", "Gossip"))).Text);
        Assert.Contains("Nothing yet", (await user.RunCommandAsync("news list")).Text);
        Assert.Contains("From now on", (await FollowAsync(user, ("tag", "papers"))).Text);
        _feed!.Add("A thread of its own");

        Assert.Equal(["78"], Assert.Single(await rig.PostsAsync(1)).Tags);
    }

    [Fact]
    public async Task Where_the_forum_has_no_tags_yet_follow_says_so()
    {
        await using var rig = await StartAsync(requiresTag: true, tags: []);

        Assert.Contains("It has none yet", (await FollowAsync(rig.Discord.As(Moderator))).Text);
    }

    [Fact]
    public async Task One_that_begins_to_demand_a_tag_pauses_what_has_none_and_following_with_a_tag_lets_it_go_on()
    {
        await using var rig = await StartAsync(requiresTag: false);
        var user = rig.Discord.As(Moderator);
        await FollowAsync(user);
        await FollowAsync(user, ("about", "xai"), ("tag", "Papers"));
        rig.Board[Forum].RequiresTag = true;

        _feed!.Add("First").Add("Second");
        await rig.PostsAsync(1);
        _feed.Add("Grok 3 weights are out").Add("Third");
        await rig.PostsAsync(2);
        rig.Discord.Gateway.Dispatch("CHANNEL_UPDATE", Update);
        await rig.ReadOnceMoreAsync(_feed);

        // The one with a tag goes on all the while; of the other the moderators were told once.
        var told = Assert.Single(rig.Board[Audit].Messages);
        Assert.Contains("the forum wants a tag for each post", told.Text);
        Assert.Equal(["Grok 3 weights are out"], rig.Board.MessagesIn(Forum).Select(post => post.Title));
        Assert.Contains("**paused**", (await user.RunCommandAsync("news list")).Text);

        Assert.Contains("followed already, and is changed now", (await FollowAsync(user, ("tag", "News"))).Text);
        await rig.PostsAsync(5);
        await rig.ReadOnceMoreAsync(_feed);

        Assert.Equal(["Grok 3 weights are out", "First", "Second", "Third"], rig.Board.MessagesIn(Forum).Select(post => post.Title));
        Assert.All(rig.Board.MessagesIn(Forum).Skip(1), post => Assert.Equal(["77"], post.Tags));
        Assert.Single(rig.Board[Audit].Messages);
        Assert.DoesNotContain("**paused**", (await user.RunCommandAsync("news list")).Text);
    }

    [Fact]
    public async Task Or_the_forum_demands_none_any_more()
    {
        await using var rig = await StartAsync(requiresTag: false);
        await FollowAsync(rig.Discord.As(Moderator));
        rig.Board[Forum].RequiresTag = true;
        _feed!.Add("First");
        await rig.PostsAsync(1);

        rig.Board[Forum].RequiresTag = false;
        rig.Discord.Gateway.Dispatch("CHANNEL_UPDATE", Update);

        Assert.Equal("First", (await rig.PostsAsync(2))[1].Title);
    }

    [Fact]
    public async Task Following_the_same_with_another_role_changes_it_and_without_one_does_not()
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
    public async Task What_a_moderator_writes_for_a_forum_carries_the_tag_that_its_form_offers()
    {
        await using var rig = await StartAsync(requiresTag: true);
        var user = rig.Discord.As(Moderator);
        var form = await user.RunCommandAsync("news post", ("channel", Forum));

        Assert.Equal("tag", form.Fields["Tag"]);
        var preview = await user.SubmitAsync(form.FormId!, ("title", "We meet"), ("text", "On Friday."), ("link", ""), ("tag", "78"));
        await user.PressAsync(preview.Buttons["Post it"]);
        var post = Assert.Single(await rig.PostsAsync(1));

        Assert.Equal(("We meet", "78"), (post.Title, Assert.Single(post.Tags)));
        await NewsRig.UntilAsync(() => Why().Contains("posted <t:", StringComparison.Ordinal), "the post to be noted");
        Assert.Contains($"in <#{Forum}>: posted", Why());

        string Why() => user.RunCommandAsync("news why", ("item", "We meet")).Result.Text;
    }

    [Fact]
    public async Task Where_it_cannot_be_posted_the_moderators_are_told()
    {
        await using var rig = await StartAsync(requiresTag: true);
        var user = rig.Discord.As(Moderator);
        var form = await user.RunCommandAsync("news post", ("channel", Forum));
        var preview = await user.SubmitAsync(form.FormId!, ("title", "We meet"), ("text", ""), ("link", ""), ("tag", "78"));
        rig.Board[Forum].Tags.Remove("78");

        await user.PressAsync(preview.Buttons["Post it"]);
        await rig.PostsAsync(1);

        Assert.Contains($"What was written with `/news post` for <#{Forum}> is not posted: the forum wants a tag", Assert.Single(rig.Board[Audit].Messages).Text);
    }

    private TestFeed? _feed;

    private static Task<DiscordSimulator.Interactions.SimulatedReply> FollowAsync(SimulatedUser user, params (string, object)[] options) =>
        user.RunCommandAsync("news follow", [("channel", Forum), ("when", "instant"), .. options]);

    private async Task<NewsRig> StartAsync(bool requiresTag, Dictionary<string, string>? tags = null)
    {
        var server = await FeedServer.StartAsync();
        _feed = TestFeed.On(server, "/feed").Add("Old story");
        var rig = await NewsRig.StartAsync(server, [_feed], discord =>
        {
            discord.Board.Add(Audit);
            discord.Board.Add(new SimulatedChannel { Id = Forum, Name = "forum", Type = 15, RequiresTag = requiresTag, Tags = tags ?? new() { ["77"] = "News", ["78"] = "Papers" } });
        }, settings: (NewsRig.NoFollow, ""));
        rig.Bot.Services.GetRequiredService<ServerStore>().SetAuditChannel("200000000000000000", Audit, sendsSummary: false);
        return rig;
    }
}
