using System.Data.Common;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Storage.Setup;

/// <summary>Which database a connection string names.</summary>
internal static class DatabaseKind
{
    private static readonly string[] KeysOfPostgres = ["Host", "Server"];

    /// <summary>Whether it is PostgreSQL; all else is taken for SQLite.</summary>
    public static bool IsPostgres(string connectionString)
    {
        if (PostgresConnectionText.IsUri(connectionString))
            return true;
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return KeysOfPostgres.Any(builder.ContainsKey);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with it; null when it names a database.</summary>
    public static string? GetError(string connectionString) =>
        IsPostgres(connectionString) ? PostgresConnectionText.GetError(connectionString) : ConnectionText.GetError(connectionString);
}
