using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.Tests.Outbox.Delivery;

/// <summary>Posts of which the bot cannot know whether they arrived wait for the moderators of their server.</summary>
public sealed class HeldPostTests : IAsyncLifetime
{
    private const string Another = "200000000000000001";

    private OutboxRig _rig = null!;

    private HeldDeliveries Held => new(_rig.Database, _rig.Outbox, _rig.Signal, _rig.Time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rig = await OutboxRig.CreateAsync();
        await _rig.KnowAsync();
    }

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Oldest_held_post_is_shown_to_its_own_server()
    {
        var oldest = await HoldAsync();
        await HoldAsync();

        Assert.Equal(oldest.Id, (await Held.FindPostAsync(OutboxRig.Server, Cancelled))!.Id);
        Assert.Null(await Held.FindPostAsync(Another, Cancelled));
    }

    // The operator's subscriptions name channels alone: their server became known with the channel.
    [Fact]
    public async Task Held_post_of_a_channel_is_shown_to_the_channels_server()
    {
        var held = await HoldAsync();
        await _rig.ExecuteAsync("UPDATE outbox SET server_id = NULL");

        Assert.Equal(held.Id, (await Held.FindPostAsync(OutboxRig.Server, Cancelled))!.Id);
        Assert.True(await Held.DecideAsync(held.Id, OutboxRig.Server, isThere: true, Cancelled));
    }

    [Fact]
    public async Task Post_that_a_moderator_found_counts_as_sent_when_it_was_tried()
    {
        var held = await HoldAsync();

        Assert.True(await Held.DecideAsync(held.Id, OutboxRig.Server, isThere: true, Cancelled));

        var row = await _rig.FindAsync(held.Id);
        Assert.Equal((OutboxState.Sent, held.Nonce, held.SendingAt, null), (row.State, row.Nonce, row.SentAt, row.Reason));
    }

    [Fact]
    public async Task Post_that_a_moderator_did_not_find_is_sent_like_a_new_one()
    {
        var held = await HoldAsync();

        Assert.True(await Held.DecideAsync(held.Id, OutboxRig.Server, isThere: false, Cancelled));

        var row = await _rig.FindAsync(held.Id);
        Assert.Equal((OutboxState.Pending, null, null, null), (row.State, row.Nonce, row.SentAfter, row.Reason));
    }

    [Fact]
    public async Task Held_post_is_decided_once_and_by_its_own_server()
    {
        var held = await HoldAsync();

        Assert.False(await Held.DecideAsync(held.Id, Another, isThere: true, Cancelled));
        Assert.True(await Held.DecideAsync(held.Id, OutboxRig.Server, isThere: true, Cancelled));
        Assert.False(await Held.DecideAsync(held.Id, OutboxRig.Server, isThere: false, Cancelled));

        Assert.Equal(OutboxState.Sent, (await _rig.FindAsync(held.Id)).State);
    }

    private async Task<OutboxRow> HoldAsync()
    {
        var row = await _rig.AddStoryAsync();
        await _rig.ExecuteAsync(
            """
            UPDATE outbox SET state = 'held', reason = 'Unverifiable', nonce = @nonce, attempts = 1, sent_after = '7', sending_at = @at
            WHERE id = @Id
            """,
            new
            {
                row.Id,
                nonce = $"n{row.Id}",
                at = _rig.Now - 3_600_000,
            }
        );
        return await _rig.FindAsync(row.Id);
    }
}
