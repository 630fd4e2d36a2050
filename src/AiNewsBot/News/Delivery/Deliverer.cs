using AiNewsBot.News.Outbox;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Transport;
using AiNewsBot.Transport.Posting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News.Delivery;

/// <summary>Brings one post to its channel, as far as that is possible now.</summary>
internal sealed partial class Deliverer(
    OutboxStore outbox, SubscriptionStore subscriptions, ChannelBook channels, PostRenderer renderer, Settler settler, Pauses pauses, IChannelPoster poster, TimeProvider time, ILogger<Deliverer> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(2);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>Whether the channel may go on at once; otherwise its next post has to wait.</returns>
    public async Task<bool> DeliverAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!IsDue(row))
            return false;
        if (row.SubscriptionId is { } id && subscriptions.Find(id) is null && row.State == OutboxState.Pending)
        {
            outbox.End(row, OutboxState.Dropped, "the subscription was ended");
            return true;
        }

        // Two subscriptions of one channel that want the same story: it is posted there once, by the first that can.
        if (row is { Kind: OutboxRow.Item, State: OutboxState.Pending } && outbox.IsTold(row))
        {
            outbox.End(row, OutboxState.Covered, "another subscription of the channel has it");
            return true;
        }

        var (channel, refusal) = await channels.FindAsync(row.ChannelId, cancellationToken);
        if (channel is null)
            return Refused(row, refusal!);
        return row.State == OutboxState.Sending ? await SettleAsync(row, channel, cancellationToken) : await SendAsync(row, channel, cancellationToken);
    }

    // After the clock was set back, a wait could last for days.
    private bool IsDue(OutboxRow row) =>
        row.NotBefore is not { } until || until - time.Milliseconds() is var wait && (wait <= 0 || wait > LongestWait.TotalMilliseconds);

    private async Task<bool> SendAsync(OutboxRow row, ChannelFacts channel, CancellationToken cancellationToken)
    {
        var isPlain = row.Reason == PlainNext;
        if (renderer.Render(row, isPlain) is not { Revision: var revision })
        {
            outbox.End(row, OutboxState.Dropped, "what it was to show is no longer there");
            return true;
        }

        if (outbox.Claim(row, revision) is not { } claimed)
            return false;
        var rendered = renderer.Render(claimed, isPlain)!;
        var outcome = channel.Kind == ChatChannelKind.Forum
            ? await poster.PostToForumAsync(claimed.ChannelId, rendered.Post, cancellationToken)
            : await poster.PostAsync(claimed.ChannelId, rendered.Post, claimed.Nonce, cancellationToken);
        return Take(claimed, channel, rendered, outcome, isPlain);
    }

    private bool Take(OutboxRow row, ChannelFacts channel, RenderedPost rendered, PostOutcome outcome, bool isPlain)
    {
        switch (outcome.Result)
        {
            case PostResult.Done:
                outbox.Sent(row, outcome.ChannelId, outcome.MessageId, rendered.Shown, Publishes(row, channel));
                pauses.Worked(row.ChannelId);
                return true;
            case PostResult.MessageGone:
                // The nonce is known, and its message was deleted meanwhile: it was posted.
                outbox.Sent(row, row.ChannelId, null, null, publishes: false);
                return true;
            case PostResult.Unclear:
                NotClear(logger, row.Id, row.ChannelId, outcome.Reason);
                outbox.SettleLater(row, Backoff(row), outcome.Reason ?? "no answer");
                return false;
            case PostResult.Busy:
                outbox.Postpone(row, outcome.RetryAfter is { } asked && asked < Hour ? asked : Backoff(row), outcome.Reason ?? "the chat is busy");
                return false;
            case PostResult.Malformed when !isPlain && row.Kind != OutboxRow.Notice:
                Malformed(logger, row.Id, outcome.Reason);
                outbox.Postpone(row, TimeSpan.Zero, PlainNext);
                return true;
            case PostResult.Malformed or PostResult.Filtered:
                Malformed(logger, row.Id, outcome.Reason);
                outbox.End(row, OutboxState.Refused, outcome.Reason);
                pauses.TellOfPost(row, outcome);
                return true;
            default:
                return Refused(row, outcome);
        }
    }

    private async Task<bool> SettleAsync(OutboxRow row, ChannelFacts channel, CancellationToken cancellationToken)
    {
        switch (await settler.SettleAsync(row, channel.Kind, cancellationToken))
        {
            case Settlement.Sent sent:
                outbox.Sent(row, sent.ChannelId, sent.MessageId, null, Publishes(row, channel));
                return true;
            case Settlement.NotSent:
                return await SendAsync(row, channel, cancellationToken);
            case Settlement.Wait wait:
                outbox.SettleLater(row, wait.For, wait.Reason);
                return false;
            case Settlement.ChannelGone gone:
                return Refused(row, new PostOutcome(PostResult.ChannelGone, Reason: gone.Reason));
            case Settlement.Unknown unknown:
                outbox.End(row, OutboxState.Held, unknown.Reason);
                HeldBack(logger, row.Id, row.ChannelId, unknown.Reason);
                pauses.Tell(row.ServerId ?? channel.Server, $"A post in {Cards.Mentions.Channel(row.ChannelId)} is held back: {Cards.Markdown.Escape(unknown.Reason)} `/news list` shows it.");
                return true;
            default:
                throw new InvalidOperationException("no such settlement");
        }
    }

    private bool Refused(OutboxRow row, PostOutcome outcome)
    {
        switch (outcome.Result)
        {
            case PostResult.Busy or PostResult.Unclear:
                // Nothing was sent: it was the channel that could not be asked for.
                if (row.State == OutboxState.Sending)
                    outbox.SettleLater(row, Backoff(row), outcome.Reason ?? "the chat is busy");
                else
                    outbox.Postpone(row, Backoff(row), outcome.Reason ?? "the chat is busy");
                return false;
            case PostResult.Refused:
                outbox.Postpone(row, TimeSpan.FromMinutes(1), "the chat refuses the bot's token");
                return false;
        }

        if (row.SubscriptionId is null)
        {
            outbox.End(row, OutboxState.Refused, outcome.Reason);
            pauses.TellOfPost(row, outcome);
            return true;
        }

        outbox.Postpone(row, TimeSpan.Zero, outcome.Reason ?? outcome.Result.ToString());
        pauses.Pause(row, outcome);
        return false;
    }

    private static bool Publishes(OutboxRow row, ChannelFacts channel) => channel.Kind == ChatChannelKind.Announcement && row.Kind != OutboxRow.Notice;

    private static TimeSpan Backoff(OutboxRow row) => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(row.Attempts, 9))));

    private const string PlainNext = "the chat found fault with it; it is sent again without its text and links";

    [LoggerMessage(1, LogLevel.Information, "Whether post {Id} reached channel {Channel} is not clear, and is found out next: {Reason}")]
    private static partial void NotClear(ILogger logger, long id, string channel, string? reason);

    [LoggerMessage(2, LogLevel.Information, "The chat finds fault with post {Id}: {Reason}")]
    private static partial void Malformed(ILogger logger, long id, string? reason);

    [LoggerMessage(3, LogLevel.Information, "Post {Id} to channel {Channel} is held back: {Reason}")]
    private static partial void HeldBack(ILogger logger, long id, string channel, string reason);
}
