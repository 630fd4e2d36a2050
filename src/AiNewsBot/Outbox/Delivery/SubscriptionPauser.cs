using System.Collections.Concurrent;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Pauses subscriptions that cannot be served, notifies the moderators once, and resumes them when the cause is gone.</summary>
internal sealed partial class SubscriptionPauser(
    SubscriptionStore subscriptions,
    IDatabase database,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<SubscriptionPauser> logger
)
{
    // Of these channels the moderators were told: a copy of what is stored, so that a post that works asks no database.
    private ConcurrentDictionary<string, bool>? _told;

    public async Task PauseAsync(OutboxRow row, PostOutcome outcome)
    {
        var reason = DeliveryReason.From(outcome);
        var paused = await subscriptions.PauseAsync(
            row.ChannelId,
            outcome.Result == PostResult.NeedsTag ? row.SubscriptionId : null,
            reason
        );

        // Once, until a post succeeds: a channel that resumes and fails at once is not reported again, even after a restart.
        if (paused.Count == 0 || !(await ToldAsync()).TryAdd(row.ChannelId, true))
            return;
        Paused(logger, row.ChannelId, reason.Sentence, outcome.Reason);
        await NotifyAsync(
            paused[0].ServerId ?? row.ServerId,
            $"News in {Mentions.Channel(row.ChannelId)} is paused: {reason.Sentence} {NextFor(outcome)}",
            row.ChannelId
        );
    }

    /// <summary>Channels came from other processes: what those told is read again.</summary>
    public void Forget() => _told = null;

    /// <summary>A post succeeded: the channel works again.</summary>
    public async Task OnPostSucceededAsync(string channel)
    {
        if ((await ToldAsync()).TryRemove(channel, out _))
            await database.WriteAsync(connection =>
                connection.ExecuteAsync("UPDATE subscriptions SET told_at = NULL WHERE channel_id = @channel", new { channel })
            );
    }

    /// <summary>Tells the moderators of a server, where they have named a channel for it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="text">What they are told.</param>
    /// <param name="paused">The channel that it is about, to be kept as told; null for what is told each time.</param>
    public async Task NotifyAsync(string? server, string text, string? paused = null)
    {
        var now = time.Milliseconds();
        await database.WriteAsync(async connection =>
        {
            if (paused is not null)
                await connection.ExecuteAsync(
                    "UPDATE subscriptions SET told_at = @now WHERE channel_id = @paused AND is_active = 1",
                    new { paused, now }
                );
            if (server is not null)
                await OutboxWriter.AddNoticeAsync(connection, server, text, now);
        });
        signal.Raise();
    }

    /// <summary>Tells them that what one of them wrote is not posted, though they were told that it would be.</summary>
    public async Task NotifyOfPostAsync(OutboxRow row, PostOutcome outcome)
    {
        if (row.Kind == OutboxRow.Post)
            await NotifyAsync(
                row.ServerId,
                $"What was written with `/news post` for {Mentions.Channel(row.ChannelId)} is not posted: "
                    + DeliveryReason.From(outcome).Sentence
            );
    }

    private async Task<ConcurrentDictionary<string, bool>> ToldAsync()
    {
        if (_told is { } known)
            return known;
        var read = await subscriptions.GetNotifiedAsync();
        var told = new ConcurrentDictionary<string, bool>(read.Select(channel => KeyValuePair.Create(channel, true)));
        return Interlocked.CompareExchange(ref _told, told, null) ?? told;
    }

    // A deleted channel does not come back.
    private static string NextFor(PostOutcome outcome) =>
        outcome.Result == PostResult.ChannelGone
            ? "End what was followed there with `/news unfollow`, and follow it in another channel with `/news follow`."
            : "It resumes by itself when that is fixed.";

    [LoggerMessage(1, LogLevel.Information, "Paused news in channel {Channel}: {Because} ({Reason})")]
    private static partial void Paused(ILogger logger, string channel, string because, string? reason);
}
