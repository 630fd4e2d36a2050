using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>What a look at the database shows.</summary>
/// <param name="SchemaVersion">How many migrations it has had.</param>
/// <param name="Fault">What is broken; null when it is sound.</param>
/// <param name="Subjects">How many subjects it holds.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="PendingOutbox">How many news posts wait to be sent.</param>
public sealed record DatabaseCheck(int SchemaVersion, string? Fault, long Subjects, long Statements, long PendingOutbox)
{
    /// <summary>Looks.</summary>
    public static DatabaseCheck Of(Database database)
    {
        using var connection = database.OpenToRead();
        var version = Migrator.VersionOf(connection, database.File);
        return new DatabaseCheck(version, Integrity(connection), Count(connection, "subjects"), Count(connection, "statements"), NewsCheck.Of(database)?.Pending ?? 0);
    }

    /// <summary>The first fault that SQLite finds in its pages or references; null when there is none.</summary>
    internal static string? Integrity(SqliteConnection connection)
    {
        try
        {
            var verdict = connection.QueryFirst<string>("PRAGMA integrity_check(1)");
            if (verdict != "ok")
                return verdict;
            var orphans = connection.Query("PRAGMA foreign_key_check").Count();
            return orphans == 0 ? null : $"{orphans} rows refer to rows that are not there";
        }
        catch (SqliteException exception)
        {
            return exception.Message;
        }
    }

    // Table names come from the lines above, never from outside.
    private static long Count(SqliteConnection connection, string table) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table }) == 0 ? 0
            : connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}");
}
