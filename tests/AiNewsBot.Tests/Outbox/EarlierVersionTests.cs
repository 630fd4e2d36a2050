using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;

namespace AiNewsBot.Tests.Outbox;

/// <summary>What the version before left: posts that wait are made, and its buttons work.</summary>
[Trait("Database", "SQLite")]
public sealed class EarlierVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Posts_that_waited_are_made_once_each_as_they_were_meant()
    {
        await using var rig = await EarlierVersion.StartAsync(_folder);
        await rig.PostsAsync(6);
        Assert.True(await rig.Subscriptions.ResumeAsync(NewsRig.Channel, cancellationToken: TestContext.Current.CancellationToken));
        Assert.True(await rig.Subscriptions.ResumeAsync(EarlierVersion.Digests, cancellationToken: TestContext.Current.CancellationToken));
        await rig.PostsAsync(8);

        string[] In(string channel) =>
            [.. rig.SimulatedChannels.Posted.All.Where(post => post.Channel == channel).Select(post => post.Text)];
        var stories = In(EarlierVersion.Stories);
        Assert.Equal(2, stories.Length);
        Assert.Contains("Rejected story", stories[0]);
        Assert.DoesNotContain("What happened", stories[0]);
        Assert.Contains("Story under way", stories[1]);
        Assert.Contains("What happened", stories[1]);
        var digests = In(EarlierVersion.LongDigests);
        Assert.Equal(2, digests.Length);
        Assert.Contains("The day's news, 29 November 2026 (1 of 2)", digests[0]);
        Assert.Contains("<@&250000000000000009>", digests[0]);
        Assert.Contains("Digest story one", digests[0]);
        Assert.Contains("Digest story two", digests[0]);
        Assert.Contains("(2 of 2)", digests[1]);
        Assert.DoesNotContain("<@&", digests[1]);
        Assert.Contains("Digest story three", digests[1]);
        Assert.Contains("Told **before** the change: \"quoted\", 100 %", Assert.Single(In(EarlierVersion.Audit)));
        Assert.Contains("Paused story", Assert.Single(In(NewsRig.Channel)));
        Assert.Contains("Waits for its digest", Assert.Single(In(EarlierVersion.Digests)));
        var thread = Assert.Single(rig.SimulatedChannels.Posted.All, post => post.Title == "A post in the forum");
        Assert.Equal(["77"], thread.Tags);
        Assert.Equal(8, rig.SimulatedChannels.Posted.Count);
    }

    [Fact]
    public async Task Reasons_are_told_as_before()
    {
        await using var rig = await EarlierVersion.StartAsync(_folder);
        await rig.PostsAsync(6);

        var list = (await rig.Discord.RunCommandAsync("news list")).Text;
        Assert.Contains("**paused**: the bot may not post there: it needs View Channel", list);
        Assert.Contains("Whether it was posted cannot be determined: Discord answered 403, code 50001: Missing Access. Look there", list);
        Assert.Contains("12 of its 14 entries look new, though most of them bear dates or titles that are known.", list);
        Assert.Contains("refused by Discord: Discord answered 400, code 200000: blocked", await WhyAsync("Sent story"));
        Assert.Contains("not posted again: another subscription of the channel has posted it", await WhyAsync("Waits for its digest"));
        Assert.Contains("not posted: the subscription was ended", await WhyAsync("Paused story"));
        Assert.Contains("waits; the subscription is paused: the bot may not post there", await WhyAsync("Paused story"));

        async Task<string> WhyAsync(string item) => (await rig.Discord.RunCommandAsync("news why", ("item", item))).Text;
    }

    [Fact]
    public async Task Buttons_of_news_do_what_they_said()
    {
        await using var rig = await EarlierVersion.StartAsync(_folder);
        await rig.PostsAsync(6);
        var discord = rig.Discord;

        Assert.Contains("because of a subscription", (await discord.PressAsync("news-why:8670246806109759995")).Text);
        Assert.Contains("It is posted.", (await discord.PressAsync("news-publish:8")).Text);
        Assert.Contains("Discarded.", (await discord.PressAsync("news-discard:22")).Text);
        Assert.Contains("decided already", (await discord.PressAsync("news-publish:22")).Text);
        Assert.Contains("A scheduled post", (await discord.PressAsync("scheduled:0")).Text);
        var form = await discord.PressAsync("scheduled-edit:10");
        Assert.Equal("A scheduled post", form.Written["title"]);
        Assert.Contains("Changed.", (await discord.SubmitAsync("scheduled-edit:10", ("title", "Another title"), ("at", "3h"))).Text);
        Assert.Contains("Cancelled: it is not posted.", (await discord.PressAsync("scheduled-cancel:10")).Text);
        Assert.Contains("Noted: it was posted.", (await discord.PressAsync("news-held:18:sent")).Text);
        Assert.Contains("posts follow", (await discord.PressAsync("news-batch:1:post")).Text);
        var draft = await discord.SubmitAsync($"news-post:{EarlierVersion.Stories}:0", ("title", "Written in a form of before"));
        Assert.Contains("Written in a form of before", draft.Text);

        var posts = await rig.PostsAsync(8);
        Assert.Contains(posts.Skip(6), post => post.Channel == NewsRig.Channel && post.Text.Contains("A draft", StringComparison.Ordinal));
        Assert.Contains(
            posts.Skip(6),
            post => post.Channel == EarlierVersion.Stories && post.Text.Contains("Held back in", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("fact-form:0|s|grok-1|event||0|0")]
    [InlineData("fact-form:0|s|grok-1|event||0|0|0123456789abcdef")]
    public async Task Form_that_was_open_is_taken(string id)
    {
        await using var rig = await EarlierVersion.StartAsync(_folder);

        var reply = await rig.Discord.SubmitAsync(
            id,
            ("value", "Something happened"),
            ("since", "2024-03-17"),
            ("source", "https://x.ai/news"),
            ("why", "It was missing")
        );

        Assert.Contains("Something happened", reply.Text);
        Assert.Contains("Undo", reply.Buttons.Keys);
    }
}
