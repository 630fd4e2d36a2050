using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Under whose name a post goes out, with which pictures and buttons.</summary>
public sealed class PostLookTests : IAsyncLifetime
{
    private const string Picture = "https://lab.example/picture.png";
    private const string Face = "https://lab.example/face.png";

    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    // What was tried once under a name is looked for, and so sent again, under the same.
    [Theory]
    [InlineData(0, null, false, "77", "Lab", Face)]
    [InlineData(0, null, true, "77", null, null)]
    [InlineData(1, "66", false, "66", "Lab", Face)]
    [InlineData(1, null, false, null, null, null)]
    public async Task Post_goes_out_under_the_name_of_its_subscription_or_of_its_first_attempt(
        int attempts,
        string? tried,
        bool isPlain,
        string? webhook,
        string? name,
        string? face
    )
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET webhook_id = '77', sender_name = 'Lab', sender_picture = @Face", new { Face });

        var rendered = await _rig.Renderer.RenderAsync(
            story with
            {
                Attempts = attempts,
                WebhookId = tried,
                IsPlain = isPlain,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(webhook is null ? null : new PostSender(webhook, name, face), rendered!.Post.Sender);
    }

    [Theory]
    [InlineData("UPDATE subscriptions SET has_pictures = 1", false, true)]
    [InlineData("UPDATE subscriptions SET has_pictures = 0", false, false)]
    [InlineData("UPDATE subscriptions SET content = 'Title'", false, false)]
    [InlineData("UPDATE subscriptions SET has_pictures = 1", true, false)]
    public async Task Picture_is_shown_where_the_subscription_has_pictures_and_the_post_is_not_plain(
        string look,
        bool isPlain,
        bool isShown
    )
    {
        var story = await AddPicturedAsync(isExplicit: false);
        await _rig.ExecuteAsync(look);

        var rendered = await _rig.Renderer.RenderAsync(story with { IsPlain = isPlain }, TestContext.Current.CancellationToken);

        Assert.Equal(isShown ? [Picture] : [], rendered!.Post.Card.Images.Select(image => image.Url));
    }

    // The channel is asked for each time: its setting may have changed since the last post.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Explicit_picture_is_shown_in_a_channel_that_is_age_restricted_now(bool isRestricted)
    {
        var story = await AddPicturedAsync(isExplicit: true);
        await _rig.Channels.RecordAsync(
            new ChannelInfo(OutboxRig.Channel, ChatChannelKind.Text, "news", OutboxRig.Server, null) { IsAgeRestricted = !isRestricted },
            TestContext.Current.CancellationToken
        );
        _rig.Looks(
            new ChannelInfo(OutboxRig.Channel, ChatChannelKind.Text, "news", OutboxRig.Server, null) { IsAgeRestricted = isRestricted }
        );

        var rendered = await _rig.Renderer.RenderAsync(story, TestContext.Current.CancellationToken);

        Assert.Equal(isRestricted ? [Picture] : [], rendered!.Post.Card.Images.Select(image => image.Url));
    }

    [Fact]
    public async Task Post_in_direct_messages_ends_with_a_button_that_stops_them()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET server_id = NULL, user_id = '300000000000000001'");

        var rendered = await _rig.Renderer.RenderAsync(story, TestContext.Current.CancellationToken);

        Assert.Equal(("news-me-stop:", "Stop"), (rendered!.Post.Card.Buttons[^1].Id, rendered.Post.Card.Buttons[^1].Label));
    }

    [Fact]
    public async Task Thread_is_called_as_the_template_says_and_a_plain_one_as_the_story()
    {
        var story = await _rig.AddStoryAsync(title: "Quartz 2");
        await _rig.ExecuteAsync("UPDATE subscriptions SET thread_title = 'News: {title}'");

        var (usual, plain) = (
            await _rig.Renderer.RenderAsync(story, TestContext.Current.CancellationToken),
            await _rig.Renderer.RenderAsync(story with { IsPlain = true }, TestContext.Current.CancellationToken)
        );

        Assert.Equal(("News: Quartz 2", "Quartz 2"), (usual!.Post.Title, plain!.Post.Title));
    }

    private async Task<OutboxRow> AddPicturedAsync(bool isExplicit)
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync(
            "UPDATE items SET details = @details",
            new { details = ItemDetailsJson.Write(new ItemDetails { Pictures = [new EntryPicture(Picture)], IsExplicit = isExplicit }) }
        );
        return story;
    }
}
