using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>What a row of the outbox looks like in its channel.</summary>
public sealed class PostRendererTests : IAsyncLifetime
{
    private OutboxRig _rig = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Story_shows_its_text_and_pings_and_tags_as_its_subscription_says()
    {
        var story = await AddStoryAsync(tag: "Llama", mention: "5");

        var rendered = await _rig.Renderer.RenderAsync(story with { Nonce = "42" }, Cancelled);

        Assert.Contains("Its text", TextOf(rendered!));
        Assert.Contains("https://example.org/story", TextOf(rendered!));
        Assert.Equal((1L, "Story", "Llama"), (rendered!.Revision, rendered.Post.Title, rendered.Post.Tag));
        Assert.Equal(["5"], rendered.Post.Mentions);
        Assert.Equal("news-why:42", rendered.Post.Card.Buttons[0].Id);
    }

    [Fact]
    public async Task Plain_story_shows_its_title_alone()
    {
        var story = await AddStoryAsync();

        var rendered = await _rig.Renderer.RenderAsync(story with { IsPlain = true }, Cancelled);

        Assert.Contains("Story", TextOf(rendered!));
        Assert.DoesNotContain("Its text", TextOf(rendered!));
        Assert.DoesNotContain("https://", TextOf(rendered!));
        Assert.Empty(rendered!.Post.Mentions);
    }

    [Fact]
    public async Task Post_of_a_moderator_carries_the_tag_that_was_chosen_for_it()
    {
        var rendered = await _rig.Renderer.RenderAsync(await _rig.AddPostAsync("Llama"), Cancelled);

        Assert.Equal(("Llama", 0), (rendered!.Post.Tag, rendered.Post.Mentions.Length));
    }

    [Fact]
    public async Task Notice_shows_its_text()
    {
        var rendered = await _rig.Renderer.RenderAsync(await _rig.AddNoticeAsync(), Cancelled);

        Assert.Contains("For moderators", TextOf(rendered!));
        Assert.Null(rendered!.Revision);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Only_the_first_message_of_a_digest_pings(int number, bool pings)
    {
        var digest = await AddDigestAsync(number, await _rig.AddItemAsync());

        var rendered = await _rig.Renderer.RenderAsync(digest, Cancelled);

        Assert.Contains($"The week ({number} of 2)", TextOf(rendered!));
        Assert.Equal(pings ? ["5"] : [], rendered!.Post.Mentions);
        Assert.Equal("Llama", rendered.Post.Tag);
    }

    [Fact]
    public async Task Digest_whose_subscription_ended_mentions_no_one()
    {
        var digest = await AddDigestAsync(1, await _rig.AddItemAsync());
        await _rig.ExecuteAsync("UPDATE subscriptions SET is_active = 0");

        var rendered = await _rig.Renderer.RenderAsync(digest, Cancelled);

        Assert.Empty(rendered!.Post.Mentions);
        Assert.Null(rendered.Post.Tag);
    }

    [Fact]
    public async Task Digest_of_stories_that_are_gone_is_nothing() =>
        Assert.Null(await _rig.Renderer.RenderAsync(await AddDigestAsync(1, 4711), Cancelled));

    [Theory]
    [InlineData(null)]
    [InlineData(4711L)]
    public async Task Story_that_is_gone_is_nothing(long? item) =>
        Assert.Null(await _rig.Renderer.RenderAsync(await AddStoryAsync() with { ItemId = item }, Cancelled));

    [Fact]
    public async Task Two_looks_differ_only_where_their_words_do()
    {
        var story = await AddStoryAsync();
        var (first, again) = (
            await _rig.Renderer.RenderAsync(story, Cancelled),
            await _rig.Renderer.RenderAsync(story with { Nonce = "42" }, Cancelled)
        );
        await _rig.ExecuteAsync("UPDATE items SET title = 'Another story'");

        Assert.Equal(first!.Shown, again!.Shown);
        Assert.NotEqual(first.Shown, (await _rig.Renderer.RenderAsync(story, Cancelled))!.Shown);
    }

    private async Task<OutboxRow> AddStoryAsync(string? tag = null, string? mention = null) =>
        await _rig.AddAsync(
            new NewPost(new StoryPayload(), OutboxRig.Channel)
            {
                SubscriptionId = await _rig.SubscribeAsync(tag: tag, mention: mention),
                ItemId = await _rig.AddItemAsync(),
            }
        );

    private async Task<OutboxRow> AddDigestAsync(int number, long item) =>
        await _rig.AddAsync(
            new NewPost(new DigestPayload(number, 2, "The week", [item]), OutboxRig.Channel)
            {
                SubscriptionId = await _rig.SubscribeAsync(tag: "Llama", mention: "5"),
            }
        );

    private static string TextOf(AiNewsBot.Outbox.Delivery.RenderedPost rendered) =>
        string.Join('\n', rendered.Post.Card.Blocks.Select(block => block.Markdown));
}
