using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Common;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Brings one post to its channel, as far as that is possible now.</summary>
internal sealed partial class OutboxProcessor(
    OutboxStore outbox,
    SubscriptionStore subscriptions,
    ChannelCache channels,
    PostRenderer renderer,
    DeliveryReconciler deliveryReconciler,
    SubscriptionPauser subscriptionPauser,
    SenderFallback senderFallback,
    IChannelPoster poster,
    TimeProvider time,
    ILogger<OutboxProcessor> logger
)
{
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromMinutes(5);

    /// <returns>Whether the channel may continue at once; otherwise its next post has to wait.</returns>
    public async Task<bool> DeliverAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!IsDue(row))
            return false;
        if (row.State == OutboxState.Pending && await HasEndedAsync(row, cancellationToken))
            return await DropAsync(row);

        // Two subscriptions of one channel that want the same story: it is posted there once, by the first that can.
        if (row is { Kind: OutboxRow.Item, State: OutboxState.Pending } && await subscriptions.HasPostedAsync(row, cancellationToken))
        {
            await outbox.MarkFinishedAsync(row, OutboxState.Covered, new DeliveryReason(ReasonCode.Covered));
            return true;
        }

        var (channel, refusal) = await channels.FindAsync(row.ChannelId, cancellationToken);
        if (channel is null)
            return await OnRefusedAsync(row, refusal!, isUnsettled: row.State == OutboxState.Sending);
        return row.State == OutboxState.Sending
            ? await ReconcileAsync(row, channel, cancellationToken)
            : await SendAsync(row, channel, isRepeat: false, cancellationToken);
    }

    private async Task<bool> HasEndedAsync(OutboxRow row, CancellationToken cancellationToken) =>
        row.SubscriptionId is { } id && await subscriptions.FindAsync(id, cancellationToken) is null;

    private async Task<bool> DropAsync(OutboxRow row)
    {
        await outbox.MarkFinishedAsync(row, OutboxState.Dropped, new DeliveryReason(ReasonCode.SubscriptionEnded));
        return true;
    }

    // After the clock was set back, a wait could last for days.
    private bool IsDue(OutboxRow row) =>
        row.NotBefore is not { } until
        || until - time.Milliseconds() is var wait && (wait <= 0 || wait > OutboxStore.MaxWait.TotalMilliseconds);

    private async Task<bool> SendAsync(OutboxRow row, ChannelInfo channel, bool isRepeat, CancellationToken cancellationToken)
    {
        var marked = OutboxStore.WithNonce(row);
        if (await renderer.RenderAsync(marked, cancellationToken) is not { } rendered)
        {
            await outbox.MarkFinishedAsync(row, OutboxState.Dropped, new DeliveryReason(ReasonCode.ContentGone));
            return true;
        }

        if (
            await outbox.ClaimAsync(marked, rendered.Revision, rendered.Post.Sender?.Webhook, isRepeat, cancellationToken)
            is not { } claimed
        )
            return false;
        var outcome =
            channel.Kind == ChatChannelKind.Forum
                ? await poster.PostToForumAsync(claimed.ChannelId, rendered.Post, cancellationToken)
                : await poster.PostAsync(claimed.ChannelId, rendered.Post, claimed.Nonce, cancellationToken);
        return await ApplyAsync(claimed, channel, rendered, outcome, isRepeat);
    }

    private async Task<bool> ApplyAsync(OutboxRow row, ChannelInfo channel, RenderedPost rendered, PostOutcome outcome, bool isRepeat)
    {
        switch (outcome.Result)
        {
            case PostResult.Done:
                await outbox.MarkSentAsync(row, outcome.ChannelId, outcome.MessageId, rendered.Shown, NeedsCrosspost(row, channel));
                await subscriptionPauser.OnPostSucceededAsync(row.ChannelId);
                return true;
            case PostResult.MessageGone:
                // The nonce is known, and its message was deleted meanwhile: it was posted.
                await outbox.MarkSentAsync(row, row.ChannelId, null, null, publishes: false);
                return true;
            case PostResult.WebhookGone:
                await senderFallback.ApplyAsync(row, outcome.Reason);
                return true;
            case PostResult.Unclear:
                NotClear(logger, row.Id, row.ChannelId, outcome.Reason);
                await outbox.ReconcileLaterAsync(row, RetryDelay(row), DeliveryReason.From(outcome));
                return false;
            case PostResult.Busy:
                await WaitAsync(row, isRepeat, outcome.RetryAfter ?? RetryDelay(row), DeliveryReason.From(outcome));
                return false;
            case PostResult.Malformed when row is { IsPlain: false, Kind: not OutboxRow.Notice }:
                Malformed(logger, row.Id, outcome.Reason);
                await outbox.PostponeAsync(row, TimeSpan.Zero, new DeliveryReason(ReasonCode.RetriedPlain), isPlain: true);
                return true;
            case PostResult.Malformed or PostResult.Filtered:
                Malformed(logger, row.Id, outcome.Reason);
                await outbox.MarkFinishedAsync(row, OutboxState.Refused, DeliveryReason.From(outcome));
                await subscriptionPauser.NotifyOfPostAsync(row, outcome);
                return true;
            default:
                return await OnRefusedAsync(row, outcome, isRepeat);
        }
    }

    private async Task<bool> ReconcileAsync(OutboxRow row, ChannelInfo channel, CancellationToken cancellationToken)
    {
        switch (await deliveryReconciler.ReconcileAsync(row, channel.Kind, cancellationToken))
        {
            case ReconciliationResult.Sent sent:
                await outbox.MarkSentAsync(row, sent.ChannelId, sent.MessageId, null, NeedsCrosspost(row, channel));
                return true;
            case ReconciliationResult.NotSent or ReconciliationResult.Repeat when await HasEndedAsync(row, cancellationToken):
                return await DropAsync(row);
            case ReconciliationResult.NotSent:
                return await SendAsync(row, channel, isRepeat: false, cancellationToken);
            case ReconciliationResult.Repeat:
                return await SendAsync(row, channel, isRepeat: true, cancellationToken);
            case ReconciliationResult.Wait wait:
                await outbox.ReconcileLaterAsync(row, wait.For, wait.Reason);
                return false;
            case ReconciliationResult.ChannelGone gone:
                return await OnRefusedAsync(row, new PostOutcome(PostResult.ChannelGone, Reason: gone.Reason), isUnsettled: true);
            case ReconciliationResult.Unknown unknown:
                await outbox.MarkFinishedAsync(row, OutboxState.Held, unknown.Reason);
                HeldBack(logger, row.Id, row.ChannelId, unknown.Reason.Sentence);
                await subscriptionPauser.NotifyAsync(
                    row.ServerId ?? channel.Server,
                    $"A post in {AiNewsBot.Chat.Cards.Mentions.Channel(row.ChannelId)} is held back: "
                        + $"{unknown.Reason.Sentence} `/news list` shows it."
                );
                return true;
            default:
                throw new InvalidOperationException("no such settlement");
        }
    }

    private async Task<bool> OnRefusedAsync(OutboxRow row, PostOutcome outcome, bool isUnsettled)
    {
        switch (outcome.Result)
        {
            case PostResult.Busy or PostResult.Unclear:
                // Nothing was sent: it was the channel that could not be asked for.
                var busy = new DeliveryReason(ReasonCode.Busy, outcome.Reason);
                await WaitAsync(row, isUnsettled, outcome.RetryAfter ?? RetryDelay(row), busy);
                return false;
            case PostResult.Refused:
                await WaitAsync(row, isUnsettled, TimeSpan.FromMinutes(1), new DeliveryReason(ReasonCode.TokenRefused));
                return false;
        }

        if (row.SubscriptionId is null)
        {
            await outbox.MarkFinishedAsync(row, OutboxState.Refused, DeliveryReason.From(outcome));
            await subscriptionPauser.NotifyOfPostAsync(row, outcome);
            return true;
        }

        await WaitAsync(row, isUnsettled, TimeSpan.Zero, DeliveryReason.From(outcome));
        await subscriptionPauser.PauseAsync(row, outcome);
        return false;
    }

    // What an earlier request may have posted is looked for before it is sent again, however long the wait.
    private Task WaitAsync(OutboxRow row, bool isUnsettled, TimeSpan wait, DeliveryReason reason) =>
        isUnsettled ? outbox.ReconcileLaterAsync(row, wait, reason) : outbox.PostponeAsync(row, wait, reason);

    private static bool NeedsCrosspost(OutboxRow row, ChannelInfo channel) =>
        channel.Kind == ChatChannelKind.Announcement && row.Kind != OutboxRow.Notice;

    private static TimeSpan RetryDelay(OutboxRow row) => Backoff.Delay(TimeSpan.FromSeconds(1), row.Attempts + 1, MaxRetryDelay);

    [LoggerMessage(1, LogLevel.Information, "Delivery of post {Id} to channel {Channel} is unconfirmed; reconciling: {Reason}")]
    private static partial void NotClear(ILogger logger, long id, string channel, string? reason);

    [LoggerMessage(2, LogLevel.Information, "Discord rejected post {Id}: {Reason}")]
    private static partial void Malformed(ILogger logger, long id, string? reason);

    [LoggerMessage(3, LogLevel.Information, "Holding post {Id} to channel {Channel} for a moderator: {Reason}")]
    private static partial void HeldBack(ILogger logger, long id, string channel, string reason);
}
