using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Where a webhook can no longer be used, its subscriptions post as the bot itself, and the moderators are told.</summary>
internal sealed partial class SenderFallback(IDatabase database, OutboxSignal signal, TimeProvider time, ILogger<SenderFallback> logger)
{
    /// <summary>The row, of which its webhook sent nothing, and all that follow are posted as the bot.</summary>
    public async Task ApplyAsync(OutboxRow row, string? reason)
    {
        Gone(logger, row.ChannelId, row.WebhookId, reason);
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync(
                "UPDATE outbox SET state = 'pending', webhook_id = NULL, not_before = NULL WHERE id = @Id AND state = 'sending'",
                new { row.Id }
            );

            // Told to each channel by whose subscriptions it ends: once, since it is no longer set then.
            var ended = (
                await connection.QueryAsync<Subscription>(
                    $"SELECT {Subscription.Columns} FROM subscriptions WHERE webhook_id = @WebhookId AND is_active = 1 ORDER BY id",
                    new { row.WebhookId }
                )
            ).ToArray();
            await connection.ExecuteAsync(
                "UPDATE subscriptions SET webhook_id = NULL, sender_name = NULL, sender_picture = NULL WHERE webhook_id = @WebhookId",
                new { row.WebhookId }
            );
            foreach (var channel in ended.DistinctBy(one => one.ChannelId))
            {
                if ((channel.ServerId ?? row.ServerId) is { } server)
                    await OutboxWriter.AddNoticeAsync(
                        connection,
                        server,
                        $"News in {Mentions.Channel(channel.ChannelId)} is posted under the bot's own name again: the webhook for its name "
                            + $"and picture cannot be used any more ({Markdown.Escape(reason ?? "it is gone")}). "
                            + "`/news sender` sets them again.",
                        time.Milliseconds()
                    );
            }
        });
        signal.Raise();
    }

    [LoggerMessage(1, LogLevel.Information, "Posting to channel {Channel} as the bot: webhook {Webhook} cannot be used: {Reason}")]
    private static partial void Gone(ILogger logger, string channel, string? webhook, string? reason);
}
