using Dapper;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Tries what a pooler of connections may break: a session that is the bot's own, and transactions.</summary>
internal static class PoolerCheck
{
    private const string Trial = "ainewsbot_trial";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>What is wrong; null where nothing is.</summary>
    /// <exception cref="StorageException">The server cannot be used, or the pooler takes no transactions.</exception>
    public static async Task<string?> FindErrorAsync(PostgresServer server)
    {
        await using (var pooled = await server.OpenAsync())
        await using (var transaction = await pooled.Inner.BeginTransactionAsync())
        {
            await pooled.ExecuteAsync("SET LOCAL lock_timeout = '5s'; SELECT 1");
            await transaction.CommitAsync();
        }

        await using var session = await server.OpenDirectAsync();
        await session.ExecuteAsync($"LISTEN {Trial}");
        await using (var other = await server.OpenAsync())
            await other.ExecuteAsync($"NOTIFY {Trial}");
        return await session.Inner.WaitAsync(Patience)
            ? null
            : "a pooler keeps sessions from the bot: name the server itself in Storage:DirectConnectionString";
    }
}
