using System.Data.Common;
using Dapper;

namespace AiNewsBot.Outbox;

/// <summary>Changes of the outbox that belong to the transaction of their cause.</summary>
internal static class OutboxWriter
{
    /// <summary>Adds a row.</summary>
    /// <returns>Its id.</returns>
    public static async Task<long> AddAsync(DbConnection connection, NewPost post, long now)
    {
        var (kind, payload) = OutboxPayloadJson.Write(post.Payload);
        return await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO outbox (kind, subscription_id, item_id, server_id, channel_id, payload, state, not_before, created_at,
                telling)
            VALUES (@kind, @SubscriptionId, @ItemId, @ServerId, @ChannelId, @payload, @State, @NotBefore, @now, @Telling) RETURNING id
            """,
            new
            {
                kind,
                post.SubscriptionId,
                post.ItemId,
                post.ServerId,
                post.ChannelId,
                payload,
                post.State,
                post.NotBefore,
                post.Telling,
                now,
            }
        );
    }

    /// <summary>Tells the moderators of a server something, where they have named a channel for it.</summary>
    public static async Task<bool> AddNoticeAsync(DbConnection connection, string server, string text, long now)
    {
        if (
            await connection.QueryFirstOrDefaultAsync<string>("SELECT audit_channel FROM servers WHERE id = @server", new { server })
            is not { } channel
        )
            return false;
        await AddAsync(connection, new NewPost(new NoticePayload(text), channel) { ServerId = server }, now);
        return true;
    }

    /// <summary>What a subscription was yet to post is not posted.</summary>
    public static Task DropAsync(DbConnection connection, long subscription, ReasonCode reason) =>
        connection.ExecuteAsync(
            """
            UPDATE outbox SET state = 'dropped', reason = @reason, reason_detail = NULL
            WHERE subscription_id = @subscription AND state IN ('pending', 'scheduled')
            """,
            new { subscription, reason = reason.ToString() }
        );

    /// <summary>Messages that show something old are to be edited; the updater finds them by their state.</summary>
    public static async Task MarkStaleAsync(DbConnection connection, IEnumerable<long> rows)
    {
        foreach (var id in rows)
            await connection.ExecuteAsync("UPDATE outbox SET state = 'stale' WHERE id = @id AND state = 'sent'", new { id });
    }
}
