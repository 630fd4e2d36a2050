using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Writes a row, and a file beside the database.</summary>
internal sealed class WriteProbe(DatabaseFile database, TimeProvider time, DatabaseFaultLog? faults = null) : IWriteProbe, IDisposable
{
    private static readonly byte[] Trial = new byte[64 * 1024];

    private readonly SemaphoreSlim _probing = new(1, 1);
    private readonly WriteOutage _outage = new(time, faults);

    public async Task<string?> GetErrorAsync()
    {
        await _probing.WaitAsync();
        try
        {
            return _outage.Report(await WriteAsync());
        }
        finally
        {
            _probing.Release();
        }
    }

    public async Task RequireAsync()
    {
        // Each attempt at a locked database takes a second.
        for (var attempt = 1; await WriteAsync() is { } exception; attempt++)
        {
            if (exception.Fault != StorageError.Locked || attempt >= WriteOutage.MaxLock.TotalSeconds)
                throw exception;
        }
    }

    public void Dispose() => _probing.Dispose();

    private async Task<StorageException?> WriteAsync()
    {
        try
        {
            using var connection = database.OpenAlone();
            database.RequireInPlace(connection);
            await connection.ExecuteAsync(
                "INSERT INTO health (id, written_at) VALUES (1, @now) ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at",
                new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }
            );
            return GetRoomError();
        }
        catch (SqliteException exception)
        {
            return StorageErrorText.Create(database.File, exception);
        }
        catch (StorageException exception)
        {
            return exception;
        }
    }

    // A row may still fit into the room that the database's log already has: only a new file shows that the next edit will not.
    private StorageException? GetRoomError()
    {
        var trial = $"{database.File}-probe";
        try
        {
            using (var stream = new FileStream(trial, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
                stream.Write(Trial);
            return null;
        }
        catch (Exception exception) when (FileErrors.IsFull(exception))
        {
            return FileErrors.Create($"{database.File} cannot grow", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process tries at this moment, or only the database itself may be written here.
            return null;
        }
        finally
        {
            Delete(trial);
        }
    }

    private static void Delete(string trial)
    {
        try
        {
            File.Delete(trial);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next one writes over it.
        }
    }
}
