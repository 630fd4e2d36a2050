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
    DatabaseWriter database,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<SubscriptionPauser> logger
)
{
    // Of these channels the moderators were told: a copy of what is stored, so that a post that works asks no database.
    private readonly Lazy<ConcurrentDictionary<string, bool>> _told = new(() =>
        new(subscriptions.GetNotified().Select(channel => KeyValuePair.Create(channel, true)))
    );

    public void Pause(OutboxRow row, PostOutcome outcome)
    {
        var reason = DeliveryReason.From(outcome);
        var paused = subscriptions.Pause(row.ChannelId, outcome.Result == PostResult.NeedsTag ? row.SubscriptionId : null, reason);

        // Once, until a post succeeds: a channel that resumes and fails at once is not reported again, even after a restart.
        if (paused.Count == 0 || !_told.Value.TryAdd(row.ChannelId, true))
            return;
        Paused(logger, row.ChannelId, reason.Sentence, outcome.Reason);
        Notify(
            paused[0].ServerId ?? row.ServerId,
            $"News in {Mentions.Channel(row.ChannelId)} is paused: {reason.Sentence} {NextFor(outcome)}",
            row.ChannelId
        );
    }

    /// <summary>A post succeeded: the channel works again.</summary>
    public void OnPostSucceeded(string channel)
    {
        if (_told.Value.TryRemove(channel, out _))
            database.Write(connection =>
                connection.Execute("UPDATE subscriptions SET told_at = NULL WHERE channel_id = @channel", new { channel })
            );
    }

    /// <summary>Tells the moderators of a server, where they have named a channel for it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="text">What they are told.</param>
    /// <param name="paused">The channel that it is about, to be kept as told; null for what is told each time.</param>
    public void Notify(string? server, string text, string? paused = null)
    {
        var now = time.Milliseconds();
        database.Write(connection =>
        {
            if (paused is not null)
                connection.Execute(
                    "UPDATE subscriptions SET told_at = @now WHERE channel_id = @paused AND is_active = 1",
                    new { paused, now }
                );
            if (server is not null)
                OutboxWriter.AddNotice(connection, server, text, now);
        });
        signal.Raise();
    }

    /// <summary>Tells them that what one of them wrote is not posted, though they were told that it would be.</summary>
    public void NotifyOfPost(OutboxRow row, PostOutcome outcome)
    {
        if (row.Kind == OutboxRow.Post)
            Notify(
                row.ServerId,
                $"What was written with `/news post` for {Mentions.Channel(row.ChannelId)} is not posted: "
                    + DeliveryReason.From(outcome).Sentence
            );
    }

    // A deleted channel does not come back.
    private static string NextFor(PostOutcome outcome) =>
        outcome.Result == PostResult.ChannelGone
            ? "End what was followed there with `/news unfollow`, and follow it in another channel with `/news follow`."
            : "It resumes by itself when that is fixed.";

    [LoggerMessage(1, LogLevel.Information, "Paused news in channel {Channel}: {Because} ({Reason})")]
    private static partial void Paused(ILogger logger, string channel, string because, string? reason);
}
