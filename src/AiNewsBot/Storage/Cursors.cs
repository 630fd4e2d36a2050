using System.Data.Common;
using Dapper;

namespace AiNewsBot.Storage;

/// <summary>How far something that reads on has read, over restarts.</summary>
internal static class Cursors
{
    /// <summary>How far; null where it has not begun.</summary>
    public static Task<long?> FindAsync(DbConnection connection, string name) =>
        connection.QueryFirstOrDefaultAsync<long?>("SELECT at FROM cursors WHERE name = @name", new { name });

    /// <summary>Begins there, unless another process began.</summary>
    /// <returns>Its position.</returns>
    public static async Task<long> BeginAsync(DbConnection connection, string name, long at)
    {
        await connection.ExecuteAsync("INSERT INTO cursors (name, at) VALUES (@name, @at) ON CONFLICT (name) DO NOTHING", new { name, at });
        return await connection.ExecuteScalarAsync<long>("SELECT at FROM cursors WHERE name = @name", new { name });
    }

    /// <summary>Moves on; false where another process was there already.</summary>
    public static async Task<bool> MoveAsync(DbConnection connection, string name, long to) =>
        await connection.ExecuteAsync("UPDATE cursors SET at = @to WHERE name = @name AND at < @to", new { name, to }) == 1;
}
