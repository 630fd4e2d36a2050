using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Moderators are told once what became of a channel, over restarts and over processes.</summary>
public sealed class SubscriptionPauserTests : IAsyncLifetime
{
    private static readonly PostOutcome Forbidden = new(PostResult.Forbidden, Reason: "Missing Access");

    private OutboxRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(nameof(PostResult.Forbidden), "It resumes by itself when that is fixed.")]
    [InlineData(nameof(PostResult.ChannelGone), "End what was followed there with `/news unfollow`")]
    public async Task Notice_names_the_channel_the_reason_and_what_follows(string result, string next)
    {
        var outcome = new PostOutcome(Enum.Parse<PostResult>(result));

        await _rig.Pauser.PauseAsync(await _rig.AddStoryAsync(), outcome);

        var notice = Assert.Single(await _rig.NoticesAsync());
        Assert.StartsWith($"News in <#{OutboxRig.Channel}> is paused: {DeliveryReason.From(outcome).Sentence}", notice);
        Assert.Contains(next, notice);
        Assert.Contains(
            _rig.Log.Entries,
            entry => entry.Message.StartsWith($"Paused news in channel {OutboxRig.Channel}: ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Channel_that_was_told_of_is_not_told_of_again_after_a_restart()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.Pauser.PauseAsync(story, Forbidden);
        await _rig.Subscriptions.ResumeAsync(OutboxRig.Channel, cancellationToken: TestContext.Current.CancellationToken);

        await Restarted().PauseAsync(story, Forbidden);

        Assert.Single(await _rig.NoticesAsync());
    }

    // Another process had the channel meanwhile, and told of its pause.
    [Fact]
    public async Task Channel_that_came_from_another_process_is_known_as_told_by_it()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.Pauser.OnPostSucceededAsync(OutboxRig.Channel);
        await Restarted().PauseAsync(story, Forbidden);
        await _rig.Subscriptions.ResumeAsync(OutboxRig.Channel, cancellationToken: TestContext.Current.CancellationToken);

        _rig.Pauser.Forget();
        await _rig.Pauser.PauseAsync(story, Forbidden);

        Assert.Single(await _rig.NoticesAsync());
    }

    [Fact]
    public async Task Subscription_that_is_paused_already_is_told_of_no_more()
    {
        var story = await _rig.AddStoryAsync();
        await _rig.Pauser.PauseAsync(story, Forbidden);
        await _rig.ExecuteAsync("UPDATE subscriptions SET told_at = NULL");

        await Restarted().PauseAsync(story, Forbidden);

        Assert.Single(await _rig.NoticesAsync());
    }

    [Fact]
    public async Task Server_that_is_not_known_is_told_nothing()
    {
        await _rig.Pauser.NotifyAsync(null, "For whom?");

        Assert.Empty(await _rig.NoticesAsync());
    }

    [Fact]
    public async Task Only_a_moderators_own_post_is_told_of_when_it_is_given_up()
    {
        await _rig.Pauser.NotifyOfPostAsync(await _rig.AddStoryAsync(), Forbidden);
        Assert.Empty(await _rig.NoticesAsync());

        await _rig.Pauser.NotifyOfPostAsync(await _rig.AddPostAsync(), Forbidden);

        Assert.Contains("is not posted: the bot may not post there", Assert.Single(await _rig.NoticesAsync()));
    }

    private SubscriptionPauser Restarted() =>
        new(_rig.Subscriptions, _rig.Database, _rig.Signal, _rig.Time, _rig.Logger<SubscriptionPauser>());
}
