using System.Net.Sockets;
using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>Tells what PostgreSQL's error codes mean for the one who runs the bot
/// (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresErrorText
{
    private const string IdleInTransaction = "25P03";

    /// <summary>Whether the fault lies with the server or the way to it, and not with the statement that met it.</summary>
    public static bool IsOfStorage(Exception exception) =>
        exception switch
        {
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.LockNotAvailable
                    or PostgresErrorCodes.ReadOnlySqlTransaction
                    or IdleInTransaction
                    or PostgresErrorCodes.InvalidCatalogName
                    or PostgresErrorCodes.InsufficientPrivilege
                    or PostgresErrorCodes.UndefinedTable
                || postgres.SqlState[..2] is "08" or "28" or "53" or "57" or "58" or "F0" or "XX",
            NpgsqlException or SocketException or TimeoutException or IOException => true,
            _ => false,
        };

    /// <summary>The exception in the words of the one who runs the bot.</summary>
    /// <param name="location">Which database; null where it is not known.</param>
    /// <param name="nothingWritten">Whether it ended a transaction of which nothing was kept.</param>
    public static StorageException Create(string? location, Exception exception, bool nothingWritten = false)
    {
        var database = location is null ? "The database" : $"The database {location}";
        var (fault, text) = exception is PostgresException postgres ? Read(postgres) : ReadConnection(exception);
        return new StorageException($"{database} {text}", exception) { Fault = fault, NothingWritten = nothingWritten };
    }

    private static (StorageError Fault, string Text) Read(PostgresException exception) =>
        exception.SqlState switch
        {
            PostgresErrorCodes.LockNotAvailable => (StorageError.Locked, "is locked by another process."),
            PostgresErrorCodes.DiskFull => (StorageError.DiskFull, "cannot be written: the server's disk is full."),
            PostgresErrorCodes.ReadOnlySqlTransaction => (
                StorageError.ReadOnly,
                "cannot be written: the server is a replica, or set to be read-only. Name the primary in Storage:ConnectionString."
            ),
            PostgresErrorCodes.InvalidPassword => (
                StorageError.Unusable,
                "refuses the password: check Username, and Password or Passfile, in Storage:ConnectionString."
            ),
            PostgresErrorCodes.InvalidAuthorizationSpecification => (
                StorageError.Unusable,
                $"refuses the user: check Storage:ConnectionString and the server's pg_hba.conf ({exception.MessageText})."
            ),
            PostgresErrorCodes.InvalidCatalogName => (
                StorageError.Unusable,
                "does not exist on that server: make it with CREATE DATABASE, or name another one in Storage:ConnectionString."
            ),
            PostgresErrorCodes.InsufficientPrivilege => (
                StorageError.Unusable,
                $"refuses what the bot needs: its user must own the database ({exception.MessageText})."
            ),
            PostgresErrorCodes.UndefinedTable => (StorageError.Missing, $"lacks a table ({exception.MessageText})."),
            PostgresErrorCodes.TooManyConnections => (StorageError.Unavailable, "has no connection left: raise max_connections."),
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => (
                StorageError.Unavailable,
                "is being started or stopped."
            ),
            PostgresErrorCodes.ProtocolViolation when exception.MessageText.Contains("pooling", StringComparison.OrdinalIgnoreCase) => (
                StorageError.Unusable,
                "is behind a pooler in statement mode, which takes no transactions: set pgbouncer's pool_mode to transaction."
            ),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => (
                StorageError.Damaged,
                $"is damaged ({exception.MessageText})."
            ),
            var code => (StorageError.Unavailable, $"failed: {exception.MessageText} ({code})."),
        };

    private static (StorageError Fault, string Text) ReadConnection(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case SocketException { SocketErrorCode: SocketError.HostNotFound }:
                    return (StorageError.Unavailable, "cannot be reached: its host's name is not known.");
                case SocketException socket:
                    return (StorageError.Unavailable, $"cannot be reached ({socket.Message}).");
                case TimeoutException:
                    return (StorageError.Unavailable, "does not answer in time.");
            }
        }

        return exception.Message.StartsWith("No password has been provided", StringComparison.Ordinal)
            ? (StorageError.Unusable, "wants a password, and Storage:ConnectionString has none.")
            : (StorageError.Unavailable, $"cannot be used: {exception.Message.ReplaceLineEndings(" ")}");
    }
}
