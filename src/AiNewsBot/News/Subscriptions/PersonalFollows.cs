using AiNewsBot.Outbox;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>What people follow in their direct messages, each for themselves.</summary>
internal sealed class PersonalFollows(IDatabase database, TimeProvider time)
{
    /// <summary>How many a person may have.</summary>
    public const int MaxCount = 10;

    /// <summary>How many single stories a person is sent within a day; the rest is gathered in a digest.</summary>
    public const int MaxPosts = 20;

    /// <summary>The button on each message that ends all of them.</summary>
    public const string StopAction = "news-me-stop";

    /// <summary>Those of a person, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<Subscription>> ForUserAsync(string user, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Subscription>(
                        $"SELECT {Subscription.Columns} FROM subscriptions WHERE user_id = @user AND is_active = 1 ORDER BY id",
                        new { user }
                    )
                ).ToArray(),
            cancellationToken
        );

    /// <summary>Begins one now, or changes when the one about the same is sent.</summary>
    /// <param name="wanted">With the person and the channel of their direct messages.</param>
    /// <returns>False where they have as many as they may.</returns>
    public Task<bool> FollowAsync(Subscription wanted, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                var values = new
                {
                    wanted.UserId,
                    wanted.ChannelId,
                    wanted.About,
                    cadence = wanted.Cadence.ToString(),
                    wanted.At,
                    wanted.Timezone,
                    MaxPosts,
                    now = time.Milliseconds(),
                };
                if (
                    await connection.ExecuteAsync(
                        """
                        UPDATE subscriptions SET cadence = @cadence, at_time = @At, timezone = @Timezone, channel_id = @ChannelId
                        WHERE user_id = @UserId AND about IS NOT DISTINCT FROM @About AND is_active = 1
                        """,
                        values
                    ) > 0
                )
                    return true;
                return await connection.ExecuteAsync(
                        $"""
                        INSERT INTO subscriptions (user_id, channel_id, about, cadence, at_time, timezone, created_at, digested_to,
                            max_posts,
                            max_posts_per)
                        SELECT @UserId, @ChannelId, @About, @cadence, @At, @Timezone, @now, @now, @MaxPosts, 'Day'
                        WHERE (SELECT COUNT(*) FROM subscriptions WHERE user_id = @UserId AND is_active = 1) < {MaxCount}
                        """,
                        values
                    ) == 1;
            },
            cancellationToken
        );

    /// <summary>Ends one of a person, or all of them; what they were yet to be sent is not sent.</summary>
    /// <returns>Those that were ended by this.</returns>
    public async Task<IReadOnlyList<Subscription>> EndAsync(string user, long? id = null, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            async connection =>
            {
                var ended = (
                    await connection.QueryAsync<Subscription>(
                        $"SELECT {Subscription.Columns} FROM subscriptions WHERE user_id = @user AND is_active = 1 "
                            + "AND (@id IS NULL OR id = @id)",
                        new { user, id }
                    )
                ).ToArray();
                foreach (var one in ended)
                {
                    await connection.ExecuteAsync(
                        "UPDATE subscriptions SET is_active = 0, ended_at = @now WHERE id = @Id",
                        new { one.Id, now = time.Milliseconds() }
                    );
                    await OutboxWriter.DropAsync(connection, one.Id, ReasonCode.SubscriptionEnded);
                    await connection.ExecuteAsync(
                        "DELETE FROM digest_items WHERE subscription_id = @Id AND outbox_id IS NULL",
                        new { one.Id }
                    );
                }

                return ended;
            },
            cancellationToken
        );

    /// <summary>Sends again what comes from now on to a person whose direct messages were closed; what came meanwhile is not
    /// sent.</summary>
    public Task ResumeAsync(string user, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async connection =>
            {
                var paused = (
                    await connection.QueryAsync<long>(
                        "SELECT id FROM subscriptions WHERE user_id = @user AND is_active = 1 AND paused_at IS NOT NULL",
                        new { user }
                    )
                ).ToArray();
                foreach (var id in paused)
                {
                    await OutboxWriter.DropAsync(connection, id, ReasonCode.DirectClosed);
                    await connection.ExecuteAsync("DELETE FROM digest_items WHERE subscription_id = @id AND outbox_id IS NULL", new { id });
                    await connection.ExecuteAsync(
                        "UPDATE subscriptions SET paused_at = NULL, paused_reason = NULL, paused_detail = NULL, digested_to = @now "
                            + "WHERE id = @id",
                        new { id, now = time.Milliseconds() }
                    );
                }
            },
            cancellationToken
        );
}
