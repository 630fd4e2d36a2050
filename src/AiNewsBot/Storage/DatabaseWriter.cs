using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>
/// Transactions of this process, one at a time: SQLite has one writer, and waiting for it within the process by a lock costs nothing, while
/// its own way of waiting is to sleep and try again.
/// </summary>
public sealed class DatabaseWriter(Database database) : IDisposable
{
    private readonly Lock _lock = new();
    private SqliteConnection? _connection;

    /// <summary>Does all of the work or none of it.</summary>
    public T Write<T>(Func<SqliteConnection, T> work) => TryWrite(work, _ => true);

    /// <summary>Does all of the work, or none of it when it fails or its result is not to be kept.</summary>
    public T TryWrite<T>(Func<SqliteConnection, T> work, Predicate<T> keeps)
    {
        lock (_lock)
        {
            var connection = _connection ??= Open();
            connection.Execute("BEGIN IMMEDIATE");
            try
            {
                var result = work(connection);
                connection.Execute(keeps(result) ? "COMMIT" : "ROLLBACK");
                return result;
            }
            catch
            {
                // SQLite may have rolled back by itself; then there is nothing to roll back, and the first fault is the one to tell.
                try
                {
                    connection.Execute("ROLLBACK");
                }
                catch (SqliteException)
                {
                    connection.Dispose();
                    _connection = null;
                }

                throw;
            }
        }
    }

    /// <summary>Does all of the work or none of it.</summary>
    public void Write(Action<SqliteConnection> work) => Write(connection =>
    {
        work(connection);
        return true;
    });

    /// <summary>Reads, while others may write.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = database.Open();
        return read(connection);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    // What is claimed before a request must be on the disk when the request leaves, also where the power fails: hence FULL.
    private SqliteConnection Open()
    {
        var connection = database.Open();
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");
        return connection;
    }
}
