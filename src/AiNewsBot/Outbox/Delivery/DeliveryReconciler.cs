using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>
/// Finds out whether a post with a lost answer is in its channel. It is looked for by its own button first, which no clock can
/// deceive; the nonce, which Discord keeps for some minutes, then covers a request that is only just taking effect.
/// </summary>
internal sealed class DeliveryReconciler(IChannelPoster poster, TimeProvider time)
{
    /// <summary>For how long the same nonce is surely the same message.</summary>
    private static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(2);

    /// <summary>How long a request may take to take effect after the bot stopped waiting
    /// for it; forums and webhooks know no nonce that would cover it.</summary>
    private static readonly TimeSpan MaxEffectDelay = TimeSpan.FromSeconds(20);

    public async Task<ReconciliationResult> ReconcileAsync(OutboxRow row, ChatChannelKind kind, CancellationToken cancellationToken)
    {
        var age = TimeSpan.FromMilliseconds(time.Milliseconds() - row.SendingAt ?? 0);
        var hasNonce = kind != ChatChannelKind.Forum && row.WebhookId is null;
        if (!hasNonce && age >= TimeSpan.Zero && age < MaxEffectDelay)
            return new ReconciliationResult.Wait(
                MaxEffectDelay - age,
                new DeliveryReason(row.WebhookId is null ? ReasonCode.ForumDelay : ReasonCode.WebhookDelay)
            );
        switch (await poster.FindAsync(row.ChannelId, row.Marker, row.SentAfter, cancellationToken))
        {
            case SearchOutcome.Found found:
                return new ReconciliationResult.Sent(found.ChannelId, found.MessageId);
            case SearchOutcome.Absent:
                return new ReconciliationResult.NotSent();
            case SearchOutcome.ChannelGone gone:
                return new ReconciliationResult.ChannelGone(gone.Reason);
            case SearchOutcome.Busy busy:
                return new ReconciliationResult.Wait(
                    busy.RetryAfter ?? TimeSpan.FromSeconds(5),
                    new DeliveryReason(ReasonCode.Busy, busy.Reason)
                );
            case SearchOutcome.Unreadable unreadable:
                return hasNonce && age >= TimeSpan.Zero && age < NonceWindow
                    ? new ReconciliationResult.Repeat()
                    : new ReconciliationResult.Unknown(new DeliveryReason(ReasonCode.Unverifiable, unreadable.Reason));
            default:
                throw new InvalidOperationException("no such outcome of a search");
        }
    }
}
