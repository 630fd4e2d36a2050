using System.Data.Common;
using AiNewsBot.News.Items;
using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Subscriptions in the database.</summary>
internal sealed partial class SubscriptionStore(IDatabase database, TimeProvider time)
{
    public Task<Subscription?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<Subscription>(
                    $"SELECT {Subscription.Columns} FROM subscriptions WHERE id = @id AND is_active = 1",
                    new { id }
                ),
            cancellationToken
        );

    /// <summary>Those of a server, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<Subscription>> ForServerAsync(string server, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Subscription>(
                        $"SELECT {Subscription.Columns} FROM subscriptions WHERE server_id = @server AND is_active = 1 ORDER BY id",
                        new { server }
                    )
                ).ToArray(),
            cancellationToken
        );

    public Task<IReadOnlyList<Subscription>> AllAsync() => AddedAsync(after: 0);

    /// <summary>Those that were made after one.</summary>
    public async Task<IReadOnlyList<Subscription>> AddedAsync(long after, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Subscription>(
                        $"SELECT {Subscription.Columns} FROM subscriptions WHERE id > @after AND is_active = 1 ORDER BY id",
                        new { after }
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>Those that are paused.</summary>
    public async Task<IReadOnlyList<Subscription>> PausedAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Subscription>(
                        $"SELECT {Subscription.Columns} FROM subscriptions WHERE is_active = 1 AND paused_at IS NOT NULL ORDER BY id"
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>Those that are to post a digest one day, and are not paused: by their cadence, or since something waits for one.</summary>
    public async Task<IReadOnlyList<Subscription>> GatheringAsync(CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Subscription>(
                        $"""
                        SELECT {Subscription.Columns} FROM subscriptions WHERE is_active = 1 AND paused_at IS NULL
                            AND id IN (SELECT id FROM subscriptions WHERE cadence <> 'Instant'
                                UNION SELECT subscription_id FROM digest_items WHERE outbox_id IS NULL) ORDER BY id
                        """
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>Whether the story of a post is, or may be, in its channel already by another subscription.</summary>
    public async Task<bool> HasPostedAsync(OutboxRow row, CancellationToken cancellationToken = default) =>
        row.ItemId is { } item
        && await database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long>(
                    $"""
                    SELECT COUNT(*) FROM outbox WHERE item_id IN ({Stories.Members}) AND channel_id = @ChannelId AND kind = 'item' AND id
                        <> @Id
                        AND state IN ('sending', 'sent', 'stale', 'held') AND telling >= @Telling
                    """,
                    new
                    {
                        story = await Stories.CreateAsync(connection, item, row.ServerId),
                        server = row.ServerId,
                        row.ChannelId,
                        row.Id,
                        row.Telling,
                    }
                ),
            cancellationToken
        ) > 0;

    /// <summary>Begins one now: what came before is not posted.</summary>
    public Task<long> AddAsync(Subscription subscription, CancellationToken cancellationToken = default) =>
        database.WriteAsync(connection => AddAsync(connection, subscription), cancellationToken);

    // Of the operator's, which alone have keys, the configuration may have changed.
    private Task<long> AddAsync(DbConnection connection, Subscription subscription) =>
        connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO subscriptions (config_key, server_id, channel_id, about, feed_id, cadence, at_time, weekday, timezone, mention, tag,
                max_age_days, created_by, created_at, digested_to)
            VALUES (@ConfigKey, @ServerId, @ChannelId, @About, @FeedId, @cadence, @At, @weekday, @Timezone, @Mention, @Tag, @MaxAgeDays,
                @CreatedBy, @now, @now)
            ON CONFLICT (config_key) DO UPDATE SET is_active = 1, feed_id = excluded.feed_id, at_time = excluded.at_time,
                weekday = excluded.weekday, timezone = excluded.timezone, mention = excluded.mention, max_age_days = excluded.max_age_days
            RETURNING id
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
        );

    /// <summary>Ends one; what it was yet to post is not posted. What it posted stays
    /// known, so that following again repeats nothing.</summary>
    public Task<bool> RemoveAsync(long id, string server, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                if (
                    await connection.ExecuteAsync(
                        "UPDATE subscriptions SET is_active = 0 WHERE id = @id AND server_id = @server AND config_key IS NULL AND "
                            + "is_active = 1",
                        new { id, server }
                    ) == 0
                )
                    return false;
                await DropAsync(connection, id);
                return true;
            },
            cancellationToken
        );

    /// <summary>Makes the operator's these, and ends the others. One that comes back later is another, which begins then.</summary>
    public Task ConfigureAsync(IReadOnlyCollection<Subscription> wanted) =>
        database.WriteAsync(async connection =>
        {
            foreach (var one in wanted)
                await AddAsync(connection, one);
            var keys = wanted.Select(one => one.ConfigKey).ToHashSet();
            var gone = (
                await connection.QueryAsync<Subscription>($"SELECT {Subscription.Columns} FROM subscriptions WHERE config_key IS NOT NULL")
            )
                .Where(one => !keys.Contains(one.ConfigKey))
                .ToArray();
            foreach (var one in gone)
            {
                await connection.ExecuteAsync("UPDATE subscriptions SET is_active = 0, config_key = NULL WHERE id = @Id", new { one.Id });
                await DropAsync(connection, one.Id);
            }
        });

    private static async Task DropAsync(DbConnection connection, long id)
    {
        await OutboxWriter.DropAsync(connection, id, ReasonCode.SubscriptionEnded);
        await connection.ExecuteAsync("DELETE FROM digest_items WHERE subscription_id = @id AND outbox_id IS NULL", new { id });
    }

    /// <summary>Changes with what one posts; null leaves as it is. A missing tag may have paused it: with one, it resumes.</summary>
    public Task ChangeAsync(long id, string? tag, string? mention, int? maxAgeDays, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
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
                ),
            cancellationToken
        );

    /// <summary>Pauses those of a channel that are not paused yet.</summary>
    /// <param name="like">Only those that post with the same tag as this one; null for all.</param>
    /// <returns>Those that were paused by this.</returns>
    public async Task<IReadOnlyList<Subscription>> PauseAsync(string channel, long? like, DeliveryReason reason) =>
        await database.WriteAsync(async connection =>
            (
                await connection.QueryAsync<Subscription>(
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
            ).ToArray()
        );

    /// <summary>The channels of whose pause the moderators were told.</summary>
    public async Task<IReadOnlyList<string>> GetNotifiedAsync() =>
        await database.ReadAsync(async connection =>
            (
                await connection.QueryAsync<string>(
                    "SELECT DISTINCT channel_id FROM subscriptions WHERE told_at IS NOT NULL AND is_active = 1"
                )
            ).ToArray()
        );

    /// <summary>Resumes those of a channel that post with this tag, or without one.</summary>
    public async Task<bool> ResumeAsync(string channel, string? tag = null, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    "UPDATE subscriptions SET paused_at = NULL, paused_reason = NULL, paused_detail = NULL WHERE channel_id = @channel AND "
                        + "tag IS NOT DISTINCT FROM @tag AND paused_at IS NOT NULL AND paused_reason IS DISTINCT FROM @byModerator",
                    new
                    {
                        channel,
                        tag,
                        byModerator = nameof(ReasonCode.ByModerator),
                    }
                ),
            cancellationToken
        ) > 0;

    /// <summary>Pauses one for a moderator; false where it is paused already or is the operator's.</summary>
    public async Task<bool> PauseOneAsync(long id, string server, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    UPDATE subscriptions SET paused_at = @now, paused_reason = @byModerator, paused_detail = NULL
                    WHERE id = @id AND server_id = @server AND config_key IS NULL AND is_active = 1 AND paused_at IS NULL
                    """,
                    new
                    {
                        id,
                        server,
                        byModerator = nameof(ReasonCode.ByModerator),
                        now = time.Milliseconds(),
                    }
                ),
            cancellationToken
        ) == 1;

    /// <summary>Resumes one that a moderator paused.</summary>
    public async Task<bool> ResumeOneAsync(long id, string server, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            connection =>
                connection.ExecuteAsync(
                    """
                    UPDATE subscriptions SET paused_at = NULL, paused_reason = NULL, paused_detail = NULL
                    WHERE id = @id AND server_id = @server AND paused_reason = @byModerator
                    """,
                    new
                    {
                        id,
                        server,
                        byModerator = nameof(ReasonCode.ByModerator),
                    }
                ),
            cancellationToken
        ) == 1;
}
