using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>How far something that reads on has read, over restarts.</summary>
internal static class Cursors
{
    /// <summary>How far; where it has not begun, it begins there.</summary>
    public static long Read(SqliteConnection connection, string name, Func<long> beginning)
    {
        if (connection.QueryFirstOrDefault<long?>("SELECT at FROM cursors WHERE name = @name", new { name }) is { } at)
            return at;
        connection.Execute(
            "INSERT INTO cursors (name, at) VALUES (@name, @at) ON CONFLICT (name) DO NOTHING",
            new { name, at = beginning() }
        );
        return connection.ExecuteScalar<long>("SELECT at FROM cursors WHERE name = @name", new { name });
    }

    /// <summary>Moves on; false where another process was there already.</summary>
    public static bool Move(SqliteConnection connection, string name, long to) =>
        connection.Execute("UPDATE cursors SET at = @to WHERE name = @name AND at < @to", new { name, to }) == 1;
}
