using AiNewsBot.Feeds.Tests.Fetching;
using DiscordSimulator;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Moderators write how posts look, see it on the last story, and then on what comes in.</summary>
public sealed class NewsTemplateTests
{
    private const string Forum = "200000000000000061";

    private static readonly SimulatedMember Moderator = new()
    {
        Channels = new Dictionary<string, (string, int, ulong)>
        {
            [NewsRig.Channel] = ("news", 0, ulong.MaxValue >> 1),
            [Forum] = ("forum", 15, ulong.MaxValue >> 1),
        },
    };

    [Fact]
    public async Task Template_is_seen_on_the_last_story_and_counts_once_it_is_used()
    {
        await using var talk = await StartAsync();
        var tried = await talk.RunAsync("news template", ("template", "**{title}** at {feed}\\n{if author}by {author}{else}unsigned{end}"));
        Assert.Contains("**Grok 1 is out** at Test feed\nunsigned", tried.Text);
        Assert.Contains("Nothing is changed until you press the button", tried.Text);
        Assert.Contains("look as usual", (await talk.RunAsync("news template")).Text);

        Assert.Contains("posts look like this from now on", (await talk.User.PressAsync(tried.Buttons["Use this template"])).Text);
        Assert.Contains("in use already", (await talk.User.PressAsync(tried.Buttons["Use this template"])).Text);
        Assert.Contains("by its template", (await talk.User.RunCommandAsync("news list")).Text);
        talk.Feed.Add("*Llama* <@1> is out");

        var post = await talk.Rig.NextPostAsync();
        Assert.Contains(@"**\*Llama\* \<\@1\> is out** at Test feed", post.Text);
        Assert.DoesNotContain("###", post.Text);
        Assert.Empty(post.Pings);
    }

    [Fact]
    public async Task Template_that_cannot_be_read_is_mended_in_a_form()
    {
        await using var talk = await StartAsync();
        var refused = await talk.RunAsync("news template", ("template", "**{tittle}**"));
        Assert.Contains("at character 3: there is no “tittle”", refused.Text);

        var form = await talk.User.PressAsync(refused.Buttons["Write it again"]);
        Assert.Contains("**{tittle}**", form.Written.Values);
        var tried = await talk.User.SubmitAsync(form.FormId!, ("template", "# {title}\n{date}"));
        Assert.Contains("# Grok 1 is out\n<t:", tried.Text);
        await talk.User.PressAsync(tried.Buttons["Use this template"]);
        Assert.Contains(@"\# \{title\}".Replace(@"\{", "{").Replace(@"\}", "}"), (await talk.RunAsync("news template")).Text);

        Assert.Contains("look as usual", (await talk.RunAsync("news template", ("template", "none"))).Text);
        Assert.Contains("has no template", (await talk.RunAsync("news template", ("template", "none"))).Text);
    }

    [Fact]
    public async Task Button_of_a_template_that_was_replaced_changes_nothing()
    {
        await using var talk = await StartAsync();
        var first = await talk.RunAsync("news template", ("template", "{title}"));
        await talk.RunAsync("news template", ("template", "{feed}"));

        Assert.Contains("Another template was tried meanwhile", (await talk.User.PressAsync(first.Buttons["Use this template"])).Text);
    }

    [Fact]
    public async Task Verdict_and_maker_of_the_model_are_shown()
    {
        await using var talk = await StartAsync();

        var tried = await talk.RunAsync("news template", ("template", "{title}: {model} of {maker} is {verdict}"));

        Assert.Contains("Grok 1 is out: Grok-1 of xAI is 🔵 open weights", tried.Text);
    }

    [Fact]
    public async Task Digests_have_no_template()
    {
        await using var talk = await StartAsync();
        await talk.User.RunCommandAsync("news follow", ("channel", NewsRig.Channel), ("when", "daily"));

        var reply = await talk.User.RunCommandAsync("news template", ("subscription", "2"), ("template", "{title}"));

        Assert.Contains("This subscription posts digests", reply.Text);
    }

    [Fact]
    public async Task Threads_of_a_forum_are_called_and_tagged_by_templates()
    {
        await using var talk = await StartAsync(Forum);
        Assert.Contains("there is no “tag”", (await talk.RunAsync("news thread", ("tags", "{tag}"))).Text);
        var changed = await talk.RunAsync("news thread", ("title", "{feed}: {title}"), ("tags", "{maker}, {verdict}, nothing such"));
        Assert.Contains(
            "The last story would be called “Test feed\\: Grok 1 is out” and tagged xAI, open weights",
            changed.Text.Replace(": Grok", "\\: Grok", StringComparison.Ordinal)
        );
        talk.Feed.Add("Grok 1 is here");

        var post = await talk.Rig.NextPostAsync();
        Assert.Equal("Test feed: Grok 1 is here", post.Title);
        Assert.Equal(["300000000000000001", "300000000000000002"], post.Tags.Order());
    }

    [Fact]
    public async Task Channel_that_is_no_forum_has_no_threads()
    {
        await using var talk = await StartAsync();

        Assert.Contains("Only forums have threads", (await talk.RunAsync("news thread", ("title", "{title}"))).Text);
    }

    private static async Task<Talk> StartAsync(string channel = NewsRig.Channel)
    {
        var server = await FeedServer.StartAsync();
        var feed = TestFeed.On(server, "/feed").Add("Grok 1 is out");
        var rig = await NewsRig.StartAsync(
            server,
            [feed],
            fake =>
                fake.SimulatedChannels.Add(
                    new SimulatedChannel
                    {
                        Id = Forum,
                        Type = 15,
                        Name = "forum",
                        Tags = new Dictionary<string, string> { ["300000000000000001"] = "xAI", ["300000000000000002"] = "Open weights" },
                    }
                ),
            settings: (NewsRig.NoFollow, "")
        );
        var talk = new Talk(rig, feed, rig.Discord.As(Moderator));
        await talk.User.RunCommandAsync("news follow", ("channel", channel), ("when", "instant"));
        return talk;
    }

    private sealed record Talk(NewsRig Rig, TestFeed Feed, SimulatedUser User) : IAsyncDisposable
    {
        public Task<SimulatedReply> RunAsync(string command, params (string, object)[] options) =>
            User.RunCommandAsync(command, [("subscription", "1"), .. options]);

        public ValueTask DisposeAsync() => Rig.DisposeAsync();
    }
}
