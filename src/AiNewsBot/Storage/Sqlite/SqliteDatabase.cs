using System.Data.Common;
using AiNewsBot.Facts.Model;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>
/// The database in a file. Transactions of this process come one at a time: SQLite has one writer, and waiting for it within the process
/// costs nothing, while its own way of waiting is to sleep and try again.
/// </summary>
internal sealed class SqliteDatabase(DatabaseFile file) : IDatabase
{
    private readonly WriteQueue _writes = new();
    private readonly ChangeCounter _changes = new(file);
    private readonly FileChangeListener _listener = new(file.File);
    private SqliteConnection? _writer;
    private bool _isDisposed;

    public string Location => file.File;

    public bool Exists => file.Exists;

    public bool TellsChanges => _listener.IsListening;

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var connection = file.OpenKnown();
            return await read(connection);
        }
        catch (SqliteException exception) when (StorageErrorText.IsOfStorage(exception))
        {
            throw StorageErrorText.Create(file.File, exception);
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
            return await _writes.RunAsync(() => TransactAsync(_writer ??= OpenWriter(), work, keeps), cancellationToken);
        }
        catch (SqliteException exception) when (StorageErrorText.IsOfStorage(exception))
        {
            throw StorageErrorText.Create(file.File, exception, nothingWritten: true);
        }
        catch (StorageException exception) when (!exception.NothingWritten)
        {
            throw new StorageException(exception.Message, exception) { Fault = exception.Fault, NothingWritten = true };
        }
    }

    public Task<T> WriteRowsAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellationToken = default) =>
        this.WriteAsync(write, cancellationToken);

    public string ForUpdateSkippingLocked => "";

    public string ForShare => "";

    // Rows whose bytes were flipped on the disk are no longer numbers, dates or JSON, though SQLite reads them.
    public async Task<IReadOnlyList<Subject>> ReadGlobalLayerAsync()
    {
        await using var connection = file.OpenToRead();
        if (Migrator.VersionOf(connection, file.File) == 0)
            return [];
        try
        {
            return GlobalLayerReader.Read(connection);
        }
        catch (SqliteException exception)
        {
            throw StorageErrorText.Create(file.File, exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new StorageException(
                $"The database {file.File} is damaged (a fact cannot be read: {exception.Message.ReplaceLineEndings(" ")}). "
                    + $"`AiNewsBot doctor` names the newest sound backup.",
                exception
            )
            {
                Fault = StorageError.Damaged,
            };
        }
    }

    public Task<long> ReadChangeCounterAsync() => _changes.ReadAsync();

    public Task WaitForHintAsync(CancellationToken cancellationToken) => _listener.WaitAsync(cancellationToken);

    // A file's processes are of one machine, and one of them has the token at a time.
    public Task<TimeSpan> ReserveTurnsAsync(string name, int count, TimeSpan interval) => Task.FromResult(TimeSpan.Zero);

    public void CloseUnused() => file.CloseUnused();

    // More than once: the container knows it by two names.
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        _writes.Drain();
        CloseWriter();
        _writes.Dispose();
        _changes.Dispose();
        _listener.Dispose();
        CloseUnused();
    }

    private async Task<T> TransactAsync<T>(SqliteConnection connection, Func<DbConnection, Task<T>> work, Predicate<T> keeps)
    {
        try
        {
            await connection.ExecuteAsync("BEGIN IMMEDIATE");
            var result = await work(connection);
            if (!keeps(result))
            {
                await connection.ExecuteAsync("ROLLBACK");
                return result;
            }

            // Into a file that was deleted, SQLite writes without a word.
            file.RequireInPlace(connection);
            await connection.ExecuteAsync("COMMIT");
            return result;
        }
        catch (Exception exception)
        {
            // SQLite may have rolled back by itself, or never begun; then there is
            // nothing to roll back, and the first fault is the one to tell.
            try
            {
                await connection.ExecuteAsync("ROLLBACK");
            }
            catch (SqliteException)
            {
                CloseWriter();
            }

            if (exception is StorageException { Fault: StorageError.Gone })
                CloseWriter();
            throw;
        }
    }

    private void CloseWriter()
    {
        _writer?.Dispose();
        _writer = null;
    }

    // What is claimed before a request must be on the disk when the request leaves, also where the power fails: hence FULL.
    private SqliteConnection OpenWriter()
    {
        var connection = file.Open();
        connection.Execute("PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL;");
        return connection;
    }
}
