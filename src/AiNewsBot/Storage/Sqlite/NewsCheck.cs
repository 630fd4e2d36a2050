using System.Data.Common;
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
    public static async Task<NewsCheck?> RunAsync(DatabaseFile database)
    {
        await using var connection = database.OpenToRead();
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = 'outbox'") == 0)
            return null;
        return await ReadAsync(connection);
    }

    /// <summary>Looks at a database of today's schema.</summary>
    internal static async Task<NewsCheck> ReadAsync(DbConnection connection)
    {
        return new NewsCheck(
            await CountAsync("feeds", "is_active = 1"),
            await CountAsync("feeds", "is_active = 1 AND fault IS NOT NULL"),
            await CountAsync("feeds", "is_active = 0 AND origin = 'Shipped'"),
            await CountAsync("outbox", "state IN ('pending', 'sending', 'scheduled')"),
            await CountAsync("outbox", "state = 'held'"),
            await CountAsync("subscriptions", "is_active = 1 AND paused_at IS NOT NULL")
        );

        Task<long> CountAsync(string table, string where) =>
            connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table} WHERE {where}");
    }
}
