using System.Data.Common;
using Dapper;

namespace AiNewsBot.News.Subscriptions;

/// <summary>Spreads direct messages out: a bot that writes to many people at the same instant looks like one that sends spam.</summary>
internal static class PersonalPace
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Beyond what the outbox waits for at most, a message would go out at once.
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(100);

    /// <summary>When the next message may be sent, behind those that wait; null for at once.</summary>
    public static async Task<long?> NextAsync(DbConnection connection, long now)
    {
        var last = await connection.ExecuteScalarAsync<long?>(
            """
            SELECT MAX(coalesce(outbox.not_before, outbox.created_at)) FROM outbox
                JOIN subscriptions ON subscriptions.id = outbox.subscription_id
            WHERE outbox.state IN ('pending', 'sending') AND subscriptions.user_id IS NOT NULL AND subscriptions.paused_at IS NULL
            """
        );
        var next = Math.Min((last ?? 0) + (long)Interval.TotalMilliseconds, now + (long)MaxDelay.TotalMilliseconds);
        return next > now ? next : null;
    }
}
