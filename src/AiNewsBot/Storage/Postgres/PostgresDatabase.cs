using System.Data.Common;
using AiNewsBot.Facts.Model;
using Dapper;
using Npgsql;

namespace AiNewsBot.Storage.Postgres;

/// <summary>The database on a server. Transactions of all processes come one at a time, as with SQLite: what the features read before they
/// write needs no other protection.</summary>
internal sealed class PostgresDatabase(PostgresServer server) : IDatabase
{
    private readonly WriteQueue _writes = new();
    private readonly PostgresListener _listener = new(server);

    public string Location => server.Location;

    public bool Exists => true;

    public bool TellsChanges => _listener.IsListening;

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var connection = await server.OpenAsync(cancellationToken);
            return await read(connection);
        }
        catch (NpgsqlException exception) when (PostgresErrorText.IsOfStorage(exception))
        {
            throw PostgresErrorText.Create(Location, exception);
        }
    }

    public async Task<T> TryWriteAsync<T>(
        Func<DbConnection, Task<T>> work,
        Predicate<T> keeps,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return await _writes.RunAsync(() => TransactAsync(work, keeps, cancellationToken), cancellationToken);
        }
        catch (NpgsqlException exception) when (PostgresErrorText.IsOfStorage(exception))
        {
            throw PostgresErrorText.Create(Location, exception, nothingWritten: true);
        }
        catch (StorageException exception) when (exception is { NothingWritten: false, Fault: not StorageError.Unclear })
        {
            throw new StorageException(exception.Message, exception) { Fault = exception.Fault, NothingWritten = true };
        }
    }

    // No transaction of its own, which a process that is frozen would leave open: the server ends it with the request.
    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken = default) =>
        _writes.IsWriting
            ? throw new InvalidOperationException("Rows were written beside a transaction that may have locked them.")
            : ReadAsync(write, cancellationToken);

    public string ForUpdateSkippingLocked => "FOR UPDATE SKIP LOCKED";

    public string ForShare => "FOR SHARE";

    public Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync() =>
        ReadAsync(async connection =>
            await PostgresSchema.FindVersionAsync(connection, Location) == 0
                ? (IReadOnlyList<Subject>)[]
                : await PostgresGlobalLayer.ReadAsync(connection)
        );

    public Task<long> ReadChangeCounterAsync() =>
        ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT last FROM change_counter"));

    public Task WaitForHintAsync(CancellationToken cancellationToken) => _listener.WaitAsync(cancellationToken);

    // One statement, which neither waits for the writers nor wakes those who wait for changes. A clock that was set back leaves turns
    // behind that are far off: they are forgotten.
    public async Task<TimeSpan> ReserveTurnsAsync(string name, int count, TimeSpan interval) =>
        TimeSpan.FromMicroseconds(
            await ReadAsync(connection =>
                connection.ExecuteScalarAsync<long>(
                    """
                    WITH clock AS (SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT) AS now)
                    INSERT INTO cursors (name, at) SELECT @name, now + @length FROM clock
                    ON CONFLICT (name) DO UPDATE SET at = CASE WHEN cursors.at > excluded.at + 60000000 THEN excluded.at
                        ELSE GREATEST(cursors.at + @length, excluded.at) END
                    RETURNING at - @length - (SELECT now FROM clock)
                    """,
                    new { name, length = (long)(interval * count).TotalMicroseconds }
                )
            )
        );

    public void CloseUnused() => server.CloseUnused();

    public void Dispose()
    {
        _listener.Dispose();
        _writes.Dispose();
    }

    // Once it has begun, it is ended by its work.
    private async Task<T> TransactAsync<T>(Func<DbConnection, Task<T>> work, Predicate<T> keeps, CancellationToken cancellationToken)
    {
        await using var connection = await server.OpenAsync(cancellationToken);
        await using var transaction = await connection.Inner.BeginTransactionAsync(CancellationToken.None);

        // Within the transaction: a pooler may give the next one another session. A process that is frozen lets others go on after a while.
        await connection.ExecuteAsync(
            $"SET LOCAL lock_timeout = '5s'; SET LOCAL idle_in_transaction_session_timeout = '30s'; "
                + $"SELECT pg_advisory_xact_lock({PostgresServer.WriteLock})"
        );
        var result = await work(connection);
        if (!keeps(result))
        {
            await transaction.RollbackAsync(CancellationToken.None);
            return result;
        }

        var number = await connection.ExecuteScalarAsync<string?>(
            $"""
            UPDATE change_counter SET last = last + 1 WHERE pg_current_xact_id_if_assigned() IS NOT NULL
            RETURNING pg_current_xact_id()::text || substr(pg_notify('{PostgresServer.Channel}', '')::text, 1, 0)
            """
        );
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException exception) when (exception is not PostgresException && number is not null)
        {
            await RequireCommittedAsync(number, exception);
        }

        return result;
    }

    // The connection broke while the commit was on its way, and the server knows what became of it.
    private async Task RequireCommittedAsync(string number, NpgsqlException cause)
    {
        string? outcome;
        try
        {
            await using var connection = await server.OpenAsync();
            outcome = await connection.ExecuteScalarAsync<string?>("SELECT pg_xact_status(CAST(@number AS xid8))", new { number });
        }
        catch (Exception exception) when (exception is NpgsqlException or StorageException)
        {
            throw Unclear(cause);
        }

        if (outcome == "committed")
            return;
        throw outcome == "aborted" ? PostgresErrorText.Create(Location, cause, nothingWritten: true) : Unclear(cause);
    }

    private StorageException Unclear(NpgsqlException cause) =>
        new($"{PostgresErrorText.Create(Location, cause).Message} Whether the last change was kept is not known.", cause)
        {
            Fault = StorageError.Unclear,
        };
}
