using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using Moq;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>A post by a webhook, which knows no nonce, is never sent again before it was looked for and is certainly not there.</summary>
public sealed class UnsettledWebhookPostTests : IAsyncLifetime
{
    private const string Webhook = "200000000000000070";

    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await OutboxRig.CreateAsync();
        await _rig.KnowAsync();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Post_of_a_webhook_is_not_looked_for_in_the_first_twenty_seconds()
    {
        var story = await AddAsync(TimeSpan.FromSeconds(5));

        Assert.False(await _rig.DeliverAsync(story));

        var row = await _rig.FindAsync(story.Id);
        Assert.Equal(("sending", ReasonCode.WebhookDelay, _rig.Now + 15_000), (row.State, row.ReasonCode, row.NotBefore));
    }

    [Fact]
    public async Task Found_it_was_sent()
    {
        var story = await AddAsync(TimeSpan.FromSeconds(30));
        _rig.Finds(new SearchOutcome.Found(OutboxRig.Channel, "6"));

        Assert.True(await _rig.DeliverAsync(story));

        Assert.Equal(("sent", "6", Webhook), await ShownAsync(story));
    }

    [Fact]
    public async Task Absent_it_is_sent_by_the_same_webhook_though_the_subscription_has_another_by_now()
    {
        var story = await AddAsync(TimeSpan.FromSeconds(30));
        await _rig.ExecuteAsync("UPDATE subscriptions SET webhook_id = '71'");
        _rig.Finds(new SearchOutcome.Absent());
        _rig.Answers(new PostOutcome(PostResult.Done, "7"));

        await _rig.DeliverAsync(story);

        Assert.Equal(("sent", "7", Webhook), await ShownAsync(story));
        VerifyPosted(post => post.Sender!.Webhook == Webhook);
    }

    [Fact]
    public async Task Where_the_channel_cannot_be_read_a_moderator_decides()
    {
        var story = await AddAsync(TimeSpan.FromSeconds(30));
        _rig.Finds(new SearchOutcome.Unreadable("Missing Access"));

        await _rig.DeliverAsync(story);

        Assert.Equal("held", (await _rig.FindAsync(story.Id)).State);
        Assert.Contains("held back", Assert.Single(await _rig.NoticesAsync()));
    }

    [Fact]
    public async Task Begun_as_the_bot_it_stays_the_bots_though_the_subscription_has_a_webhook_by_now()
    {
        var story = await _rig.MakeUnsettledAsync(await _rig.AddStoryAsync(), TimeSpan.FromSeconds(30));
        await _rig.ExecuteAsync("UPDATE subscriptions SET webhook_id = @Webhook", new { Webhook });
        _rig.Finds(new SearchOutcome.Unreadable("Missing Access"));
        _rig.Answers(new PostOutcome(PostResult.Done, "7"));

        await _rig.DeliverAsync(story);

        Assert.Equal(("sent", "7", null), await ShownAsync(story));
        VerifyPosted(post => post.Sender == null);
    }

    [Fact]
    public async Task Gone_webhook_sends_nothing_and_the_post_is_sent_as_the_bot_once()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync(
            "UPDATE subscriptions SET webhook_id = @Webhook, sender_name = 'Open Lab', server_id = @Server",
            new { Webhook, OutboxRig.Server }
        );
        _rig.Answers(new PostOutcome(PostResult.WebhookGone, Reason: "Unknown Webhook"));

        Assert.True(await _rig.DeliverAsync(story));
        Assert.Equal(("pending", null, null), await ShownAsync(story));
        Assert.Contains("Unknown Webhook", Assert.Single(await _rig.NoticesAsync()));
        _rig.Answers(new PostOutcome(PostResult.Done, "8"));
        await _rig.DeliverAsync(story);

        Assert.Equal(("sent", "8", null), await ShownAsync(story));
        Assert.Equal(0, await _rig.AskAsync<long>("SELECT COUNT(*) FROM subscriptions WHERE webhook_id IS NOT NULL"));
    }

    private async Task<OutboxRow> AddAsync(TimeSpan ago)
    {
        var story = await _rig.MakeUnsettledAsync(await _rig.AddStoryAsync(), ago);
        await _rig.ExecuteAsync("UPDATE outbox SET webhook_id = @Webhook WHERE id = @Id", new { Webhook, story.Id });
        await _rig.ExecuteAsync("UPDATE subscriptions SET webhook_id = @Webhook", new { Webhook });
        return await _rig.FindAsync(story.Id);
    }

    private async Task<(string State, string? Message, string? Webhook)> ShownAsync(OutboxRow story)
    {
        var row = await _rig.FindAsync(story.Id);
        return (row.State, row.MessageId, row.WebhookId);
    }

    private void VerifyPosted(System.Linq.Expressions.Expression<Func<ChannelPost, bool>> isExpected) =>
        _rig.Poster.Verify(
            poster => poster.PostAsync(OutboxRig.Channel, It.Is(isExpected), It.IsAny<string?>(), It.IsAny<CancellationToken>()),
            Times.Once
        );
}
