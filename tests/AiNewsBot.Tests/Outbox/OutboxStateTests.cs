using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.Tests.Outbox;

/// <summary>From which state a post goes to which, by what moderators decide and by what becomes of its story.</summary>
public sealed class OutboxStateTests : IAsyncLifetime
{
    private OutboxRig _rig = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ModeratorPosts Posts => new(_rig.Database, _rig.Signal, _rig.Time);

    private HeldDeliveries Held => new(_rig.Database, _rig.Outbox, _rig.Signal, _rig.Time);

    public async ValueTask InitializeAsync() => _rig = await OutboxRig.CreateAsync();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData("draft", false)]
    [InlineData("scheduled", false)]
    [InlineData("pending", true)]
    [InlineData("sending", true)]
    [InlineData("sent", false)]
    [InlineData("stale", false)]
    [InlineData("held", false)]
    [InlineData("refused", false)]
    [InlineData("covered", false)]
    [InlineData("dropped", false)]
    public async Task Only_what_waits_or_is_unsettled_is_taken_and_claimed(string state, bool isTaken)
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET state = @state, not_before = @Now", new { state, _rig.Now });
        var row = await _rig.FindAsync(story.Id);

        OpenChannel[] open = isTaken ? [new OpenChannel { Id = OutboxRig.Channel, Due = _rig.Now }] : [];
        Assert.Equal(open, await _rig.Outbox.OpenChannelsAsync(Cancelled));
        Assert.Equal(isTaken ? row : null, await _rig.Outbox.PeekNextAsync(OutboxRig.Channel, Cancelled));
        Assert.Equal(
            isTaken,
            await _rig.Outbox.ClaimAsync(OutboxStore.WithNonce(row), 1, null, isRepeat: false, cancellationToken: Cancelled)
                is { State: "sending" }
        );
    }

    [Fact]
    public async Task Post_with_a_nonce_is_claimed_under_that_nonce_alone()
    {
        var story = await _rig.MakeUnsettledAsync(await _rig.AddStoryAsync());

        Assert.Equal("42", OutboxStore.WithNonce(story).Nonce);
        Assert.Null(await _rig.Outbox.ClaimAsync(story with { Nonce = "43" }, 1, null, isRepeat: false, cancellationToken: Cancelled));
        Assert.Equal(2, (await _rig.Outbox.ClaimAsync(story, 1, null, isRepeat: false, cancellationToken: Cancelled))!.Attempts);
    }

    [Fact]
    public async Task Posts_of_a_channel_come_in_order_but_for_those_of_paused_subscriptions()
    {
        var (first, second) = (await _rig.AddStoryAsync(), await _rig.AddStoryAsync(title: "Another"));
        Assert.Equal(first.Id, (await _rig.Outbox.PeekNextAsync(OutboxRig.Channel, Cancelled))!.Id);

        await _rig.ExecuteAsync("UPDATE subscriptions SET paused_at = 1 WHERE id = @SubscriptionId", new { first.SubscriptionId });

        Assert.Equal(second.Id, (await _rig.Outbox.PeekNextAsync(OutboxRig.Channel, Cancelled))!.Id);
    }

    [Theory]
    [InlineData(true, null, "pending", null)]
    [InlineData(true, 60, "scheduled", 60)]
    [InlineData(true, -60, "pending", null)]
    [InlineData(false, null, "dropped", null)]
    [InlineData(false, 60, "dropped", 60)]
    public async Task Draft_is_posted_scheduled_or_discarded(bool publishes, int? dueIn, string state, int? isDueIn)
    {
        var draft = await _rig.AddPostAsync(state: OutboxState.Draft, due: _rig.Now + dueIn * 1000L);

        var decided = await Posts.DecideAsync(draft.Id, OutboxRig.Server, publishes, Cancelled);

        var row = await _rig.FindAsync(draft.Id);
        Assert.Equal((state, _rig.Now + isDueIn * 1000L), (decided!.State, decided.NotBefore));
        Assert.Equal((state, _rig.Now + isDueIn * 1000L), (row.State, row.NotBefore));
        Assert.Equal(publishes ? null : new DeliveryReason(ReasonCode.Discarded), row.Reason);
    }

    [Fact]
    public async Task Draft_is_decided_once_and_by_its_own_server()
    {
        var draft = await _rig.AddPostAsync(state: OutboxState.Draft);

        Assert.Null(await Posts.DecideAsync(draft.Id, "200000000000000001", publishes: true, cancellationToken: Cancelled));
        Assert.NotNull(await Posts.DecideAsync(draft.Id, OutboxRig.Server, publishes: true, cancellationToken: Cancelled));
        Assert.Null(await Posts.DecideAsync(draft.Id, OutboxRig.Server, publishes: false, cancellationToken: Cancelled));
    }

    [Fact]
    public async Task Scheduled_post_is_released_when_its_hour_comes()
    {
        var post = await _rig.AddPostAsync(state: OutboxState.Scheduled, due: _rig.Now + 60_000);
        Assert.Equal(_rig.Time.GetUtcNow().AddSeconds(60), await Posts.NextDueAsync(Cancelled));
        Assert.Equal(0, await Posts.ReleaseAsync(Cancelled));

        _rig.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(1, await Posts.ReleaseAsync(Cancelled));
        Assert.Equal(("pending", null), ((await _rig.FindAsync(post.Id)).State, (await _rig.FindAsync(post.Id)).NotBefore));
        Assert.Equal((null, 0), (await Posts.NextDueAsync(Cancelled), await Posts.ReleaseAsync(Cancelled)));
    }

    [Theory]
    [InlineData("scheduled", true)]
    [InlineData("pending", false)]
    [InlineData("sent", false)]
    public async Task Post_is_rescheduled_and_cancelled_only_while_it_is_scheduled(string state, bool changes)
    {
        var post = await _rig.AddPostAsync(state: state, due: _rig.Now);

        Assert.Equal(
            changes,
            await AiNewsBot.Storage.DatabaseExtensions.WriteAsync(
                _rig.Database,
                connection => ModeratorPosts.RescheduleAsync(connection, post.Id, OutboxRig.Server, 99, new PostPayload("Llama")),
                Cancelled
            )
        );
        Assert.Equal(changes ? new PostPayload("Llama") : new PostPayload(null), (await _rig.FindAsync(post.Id)).Payload);
        Assert.Equal(changes, await Posts.CancelAsync(post.Id, OutboxRig.Server, Cancelled));
        Assert.Equal(changes ? "dropped" : state, (await _rig.FindAsync(post.Id)).State);
    }

    [Theory]
    [InlineData(true, "sent", "42")]
    [InlineData(false, "pending", null)]
    public async Task Held_post_is_there_or_is_sent_as_a_new_one(bool isThere, string state, string? nonce)
    {
        var post = await _rig.MakeUnsettledAsync(await _rig.AddStoryAsync());
        await _rig.ExecuteAsync("UPDATE outbox SET state = 'held', reason = 'Unverifiable'");
        Assert.Equal(post.Id, (await Held.FindPostAsync(OutboxRig.Server, Cancelled))!.Id);

        Assert.False(await Held.DecideAsync(post.Id, "200000000000000001", isThere, Cancelled));
        Assert.True(await Held.DecideAsync(post.Id, OutboxRig.Server, isThere, Cancelled));
        Assert.False(await Held.DecideAsync(post.Id, OutboxRig.Server, !isThere, Cancelled));

        var row = await _rig.FindAsync(post.Id);
        Assert.Equal((state, nonce, null, isThere ? row.SendingAt : null), (row.State, row.Nonce, row.Reason, row.SentAt));
        Assert.Null(await Held.FindPostAsync(OutboxRig.Server, Cancelled));
    }

    [Theory]
    [InlineData("sent", "stale")]
    [InlineData("pending", "pending")]
    [InlineData("dropped", "dropped")]
    public async Task Story_that_changes_makes_what_was_sent_stale(string before, string after)
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET state = @before", new { before });

        await AiNewsBot.Storage.DatabaseExtensions.WriteAsync(
            _rig.Database,
            connection => OutboxWriter.MarkStaleAsync(connection, [story.Id]),
            Cancelled
        );

        Assert.Equal(after, (await _rig.FindAsync(story.Id)).State);
    }

    [Theory]
    [InlineData("pending", "dropped")]
    [InlineData("scheduled", "dropped")]
    [InlineData("sending", "sending")]
    [InlineData("sent", "sent")]
    public async Task Subscription_that_ends_drops_what_was_not_begun(string before, string after)
    {
        var story = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET state = @before", new { before });

        Assert.True(await _rig.Subscriptions.RemoveAsync(story.SubscriptionId!.Value, OutboxRig.Server, Cancelled));

        Assert.Equal(after, (await _rig.FindAsync(story.Id)).State);
    }

    [Fact]
    public void Row_of_an_unknown_kind_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => OutboxPayloadJson.Read("song", null));
        Assert.Throws<ArgumentOutOfRangeException>(() => OutboxPayloadJson.Write(new SongPayload()));
    }

    [Fact]
    public async Task Server_without_a_channel_for_notices_gets_none()
    {
        var isTold = await AiNewsBot.Storage.DatabaseExtensions.WriteAsync(
            _rig.Database,
            connection => OutboxWriter.AddNoticeAsync(connection, "200000000000000001", "Hello", 0),
            Cancelled
        );

        Assert.False(isTold);
        Assert.Empty(await _rig.NoticesAsync());
    }

    private sealed record SongPayload : OutboxPayload;
}
