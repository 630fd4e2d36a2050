using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>
/// Transactions of this process, one at a time: SQLite has one writer, and waiting for it within the process by a lock costs nothing, while
/// its own way of waiting is to sleep and try again.
/// </summary>
internal sealed class DatabaseWriter(Database database) : IDisposable
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
            try
            {
                return Transact(_connection ??= Open(), work, keeps);
            }
            catch (SqliteException exception) when (StorageErrorText.IsOfStorage(exception))
            {
                throw StorageErrorText.Create(database.File, exception, nothingWritten: true);
            }
            catch (StorageException exception) when (!exception.NothingWritten)
            {
                throw new StorageException(exception.Message, exception) { Fault = exception.Fault, NothingWritten = true };
            }
        }
    }

    private T Transact<T>(SqliteConnection connection, Func<SqliteConnection, T> work, Predicate<T> keeps)
    {
        try
        {
            connection.Execute("BEGIN IMMEDIATE");
            var result = work(connection);
            if (!keeps(result))
            {
                connection.Execute("ROLLBACK");
                return result;
            }

            // Into a file that was deleted, SQLite writes without a word.
            database.RequireInPlace(connection);
            connection.Execute("COMMIT");
            return result;
        }
        catch (Exception exception)
        {
            // SQLite may have rolled back by itself, or never begun; then there is
            // nothing to roll back, and the first fault is the one to tell.
            try
            {
                connection.Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
                Close();
            }

            if (exception is StorageException { Fault: StorageError.Gone })
                Close();
            throw;
        }
    }

    /// <summary>Does all of the work or none of it.</summary>
    public void Write(Action<SqliteConnection> work) =>
        Write(connection =>
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
            Close();
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    // What is claimed before a request must be on the disk when the request leaves, also where the power fails: hence FULL.
    private SqliteConnection Open()
    {
        var connection = database.Open();
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");
        return connection;
    }
}
