using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>What a look at the database shows.</summary>
/// <param name="SchemaVersion">How many migrations it has had.</param>
/// <param name="Fault">What is broken; null when it is sound. Where something is, nothing else was counted.</param>
/// <param name="Subjects">How many subjects it holds.</param>
/// <param name="Statements">How many statements.</param>
/// <param name="PendingOutbox">How many news posts wait to be sent.</param>
internal sealed record DatabaseCheck(int SchemaVersion, string? Fault, long Subjects, long Statements, long PendingOutbox)
{
    /// <summary>Looks.</summary>
    /// <exception cref="StorageException">The database is missing, another program's or of a newer version.</exception>
    public static async Task<DatabaseCheck> RunAsync(DatabaseFile database)
    {
        await using var connection = database.OpenToRead();
        if (Integrity(connection) is { } fault)
            return new DatabaseCheck(0, fault, 0, 0, 0);
        var version = Migrator.VersionOf(connection, database.File);
        return FactsFault(connection) is { } unreadable
            ? new DatabaseCheck(version, unreadable, 0, 0, 0)
            : new DatabaseCheck(
                version,
                null,
                Count(connection, "subjects"),
                Count(connection, "statements"),
                (await NewsCheck.RunAsync(database))?.Pending ?? 0
            );
    }

    /// <summary>The first fault that SQLite finds in its pages or references; null for a sound database.</summary>
    internal static string? Integrity(SqliteConnection connection)
    {
        try
        {
            var verdict = connection.QueryFirst<string>("PRAGMA integrity_check(1)");
            if (verdict != "ok")
                return verdict.ReplaceLineEndings(" ");
            var orphans = connection.Query("PRAGMA foreign_key_check").Count();
            return orphans == 0 ? null : $"{orphans} rows refer to rows that are not there";
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is not (5 or 6))
        {
            return exception.Message;
        }
    }

    // Pages may be whole though what is written on them is not: such a text shows only when it is read.
    private static string? FactsFault(SqliteConnection connection)
    {
        try
        {
            if (Exists(connection, "statements"))
                GlobalLayerReader.Read(connection);
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"a fact cannot be read: {exception.Message.ReplaceLineEndings(" ")}";
        }
    }

    // Table names come from the lines above, never from outside.
    private static long Count(SqliteConnection connection, string table) =>
        Exists(connection, table) ? connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {table}") : 0;

    private static bool Exists(SqliteConnection connection, string table) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = @table", new { table }) > 0;
}
