using AiNewsBot.News.Items;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Subscriptions in the database.</summary>
internal sealed class SubscriptionStore(DatabaseWriter database, TimeProvider time)
{
    public Subscription? Find(long id) =>
        database.Read(connection =>
            connection.QueryFirstOrDefault<Subscription>(
                $"SELECT {Subscription.Columns} FROM subscriptions WHERE id = @id AND is_active = 1",
                new { id }
            )
        );

    /// <summary>Those of a server, in the order in which they were made.</summary>
    public IReadOnlyList<Subscription> ForServer(string server) =>
        database.Read(connection =>
            connection
                .Query<Subscription>(
                    $"SELECT {Subscription.Columns} FROM subscriptions WHERE server_id = @server AND is_active = 1 ORDER BY id",
                    new { server }
                )
                .ToArray()
        );

    public IReadOnlyList<Subscription> All() =>
        database.Read(connection =>
            connection.Query<Subscription>($"SELECT {Subscription.Columns} FROM subscriptions WHERE is_active = 1 ORDER BY id").ToArray()
        );

    /// <summary>Whether the story of a post is, or may be, in its channel already by another subscription.</summary>
    public bool HasPosted(OutboxRow row) =>
        row.ItemId is { } item
        && database.Read(connection =>
            connection.ExecuteScalar<long>(
                $"""
                SELECT COUNT(*) FROM outbox WHERE item_id IN ({Stories.Members}) AND channel_id = @ChannelId AND kind = 'item' AND id <> @Id
                    AND state IN ('sending', 'sent', 'stale', 'held')
                """,
                new
                {
                    story = Stories.Create(connection, item, row.ServerId),
                    server = row.ServerId,
                    row.ChannelId,
                    row.Id,
                }
            )
        ) > 0;

    /// <summary>Begins one now: what came before is not posted.</summary>
    public long Add(Subscription subscription) =>
        database.Write(connection =>
            connection.ExecuteScalar<long>(
                """
                INSERT INTO subscriptions (config_key, server_id, channel_id, about, feed_id, cadence, at_time, weekday, timezone, mention,
                    tag, max_age_days, created_by, created_at, digested_to)
                VALUES (@ConfigKey, @ServerId, @ChannelId, @About, @FeedId, @cadence, @At, @weekday, @Timezone, @Mention, @Tag, @MaxAgeDays,
                    @CreatedBy, @now, @now)
                ON CONFLICT (config_key) DO UPDATE SET is_active = 1, feed_id = excluded.feed_id RETURNING id
                """,
                new
                {
                    subscription.ConfigKey,
                    subscription.ServerId,
                    subscription.ChannelId,
                    subscription.About,
                    subscription.FeedId,
                    cadence = subscription.Cadence.ToString(),
                    subscription.At,
                    weekday = (int?)subscription.Weekday,
                    subscription.Timezone,
                    subscription.Mention,
                    subscription.Tag,
                    subscription.MaxAgeDays,
                    subscription.CreatedBy,
                    now = time.Milliseconds(),
                }
            )
        );

    /// <summary>Ends one; what it was yet to post is not posted. What it posted stays
    /// known, so that following again repeats nothing.</summary>
    public bool Remove(long id, string server) =>
        database.Write(connection =>
        {
            if (
                connection.Execute(
                    "UPDATE subscriptions SET is_active = 0 WHERE id = @id AND server_id = @server AND config_key IS NULL AND "
                        + "is_active = 1",
                    new { id, server }
                ) == 0
            )
                return false;
            Drop(connection, id);
            return true;
        });

    /// <summary>Ends those of the operator that are not among these. One that comes back later is another, which begins then.</summary>
    public void EndConfigured(IReadOnlyCollection<string> keys) =>
        database.Write(connection =>
        {
            var gone = connection
                .Query<Subscription>($"SELECT {Subscription.Columns} FROM subscriptions WHERE config_key IS NOT NULL")
                .Where(one => !keys.Contains(one.ConfigKey))
                .ToArray();
            foreach (var one in gone)
            {
                connection.Execute("UPDATE subscriptions SET is_active = 0, config_key = NULL WHERE id = @Id", new { one.Id });
                Drop(connection, one.Id);
            }
        });

    private static void Drop(SqliteConnection connection, long id)
    {
        OutboxWriter.Drop(connection, id, ReasonCode.SubscriptionEnded);
        connection.Execute("DELETE FROM digest_items WHERE subscription_id = @id AND outbox_id IS NULL", new { id });
    }

    /// <summary>Changes with what one posts; null leaves as it is. A missing tag may have paused it: with one, it resumes.</summary>
    public void Change(long id, string? tag, string? mention, int? maxAgeDays) =>
        database.Write(connection =>
            connection.Execute(
                """
                UPDATE subscriptions SET tag = coalesce(@tag, tag), mention = coalesce(@mention, mention),
                    max_age_days = coalesce(@maxAgeDays, max_age_days), paused_at = CASE WHEN @tag IS NULL THEN paused_at END,
                    paused_reason = CASE WHEN @tag IS NULL THEN paused_reason END,
                    paused_detail = CASE WHEN @tag IS NULL THEN paused_detail END
                WHERE id = @id AND is_active = 1
                """,
                new
                {
                    id,
                    tag,
                    mention,
                    maxAgeDays,
                }
            )
        );

    /// <summary>Pauses those of a channel that are not paused yet.</summary>
    /// <param name="like">Only those that post with the same tag as this one; null for all.</param>
    /// <returns>Those that were paused by this.</returns>
    public IReadOnlyList<Subscription> Pause(string channel, long? like, DeliveryReason reason) =>
        database.Write(connection =>
            connection
                .Query<Subscription>(
                    $"""
                    UPDATE subscriptions SET paused_at = @now, paused_reason = @code, paused_detail = @Detail
                    WHERE channel_id = @channel AND (@like IS NULL OR tag IS NOT DISTINCT FROM (SELECT tag FROM subscriptions
                        WHERE id = @like)) AND paused_at IS NULL AND is_active = 1 RETURNING {Subscription.Columns.Replace(
                        "subscriptions.",
                        "",
                        StringComparison.Ordinal
                    )}
                    """,
                    new
                    {
                        channel,
                        like,
                        code = reason.Code.ToString(),
                        reason.Detail,
                        now = time.Milliseconds(),
                    }
                )
                .ToArray()
        );

    /// <summary>The channels of whose pause the moderators were told.</summary>
    public IReadOnlyList<string> GetNotified() =>
        database.Read(connection =>
            connection.Query<string>("SELECT DISTINCT channel_id FROM subscriptions WHERE told_at IS NOT NULL AND is_active = 1").ToArray()
        );

    /// <summary>Resumes those of a channel that post with this tag, or without one.</summary>
    public bool Resume(string channel, string? tag = null) =>
        database.Write(connection =>
            connection.Execute(
                "UPDATE subscriptions SET paused_at = NULL, paused_reason = NULL, paused_detail = NULL WHERE channel_id = @channel AND "
                    + "tag IS NOT DISTINCT FROM @tag AND paused_at IS NOT NULL",
                new { channel, tag }
            )
        ) > 0;
}
