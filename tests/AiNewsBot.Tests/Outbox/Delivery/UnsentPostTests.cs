using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Posts that are not sent, since there is nothing to send, or another one has it.</summary>
public sealed class UnsentPostTests : IAsyncLifetime
{
    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await OutboxRig.CreateAsync();
        await _rig.KnowAsync();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Story_of_an_ended_subscription_is_dropped()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE subscriptions SET is_active = 0");

        Assert.True(await _rig.DeliverAsync(story));

        Assert.Equal(("dropped", nameof(ReasonCode.SubscriptionEnded)), await StateAsync(story));
    }

    [Theory]
    [InlineData("sending", true)]
    [InlineData("sent", true)]
    [InlineData("stale", true)]
    [InlineData("held", true)]
    [InlineData("refused", false)]
    [InlineData("dropped", false)]
    public async Task Story_is_posted_once_in_a_channel_by_the_first_subscription_that_can(string other, bool isCovered)
    {
        var first = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET state = @other", new { other });
        var second = await _rig.AddAsync(
            new NewPost(new StoryPayload(), OutboxRig.Channel)
            {
                SubscriptionId = await _rig.SubscribeAsync(),
                ItemId = first.ItemId,
                ServerId = OutboxRig.Server,
            }
        );
        _rig.Answers(new PostOutcome(PostResult.Done, "99") { ChannelId = OutboxRig.Channel });

        await _rig.DeliverAsync(second);

        Assert.Equal((isCovered ? "covered" : "sent", isCovered ? nameof(ReasonCode.Covered) : null), await StateAsync(second));
    }

    [Fact]
    public async Task Post_without_its_words_is_dropped()
    {
        var post = await _rig.AddAsync(new NewPost(new PostPayload(null), OutboxRig.Channel) { ServerId = OutboxRig.Server });

        Assert.True(await _rig.DeliverAsync(post));

        Assert.Equal(("dropped", nameof(ReasonCode.ContentGone)), await StateAsync(post));
    }

    [Fact]
    public async Task Process_without_the_lease_sends_nothing()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE leases SET fence = fence + 1");

        Assert.False(await _rig.DeliverAsync(story));

        Assert.Equal(("pending", null), await StateAsync(story));
        _rig.Poster.VerifyNoOtherCalls();
    }

    private async Task<(string State, string? Reason)> StateAsync(OutboxRow before)
    {
        var row = await _rig.FindAsync(before.Id);
        return (row.State, row.ReasonCode?.ToString());
    }
}
