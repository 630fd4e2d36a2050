using Dapper;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>The state of the news, by its rows.</summary>
/// <param name="Feeds">That are asked.</param>
/// <param name="Faulty">Of them, those whose last reading failed.</param>
/// <param name="Off">That came with the program and could not be read yet.</param>
/// <param name="Pending">Posts that wait to be sent.</param>
/// <param name="Held">Posts that wait for a moderator's decision.</param>
/// <param name="Paused">Subscriptions whose channel takes no posts now.</param>
internal sealed record NewsCheck(long Feeds, long Faulty, long Off, long Pending, long Held, long Paused)
{
    /// <summary>Looks; null where the database has no news yet.</summary>
    public static NewsCheck? Run(DatabaseFile database)
    {
        using var connection = database.OpenToRead();
        if (connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'outbox'") == 0)
            return null;
        long Count(string table, string where) => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table} WHERE {where}");
        return new NewsCheck(
            Count("feeds", "is_active = 1"),
            Count("feeds", "is_active = 1 AND fault IS NOT NULL"),
            Count("feeds", "is_active = 0 AND origin = 'Shipped'"),
            Count("outbox", "state IN ('pending', 'sending', 'scheduled')"),
            Count("outbox", "state = 'held'"),
            Count("subscriptions", "is_active = 1 AND paused_at IS NOT NULL")
        );
    }
}
