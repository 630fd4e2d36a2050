using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Storage;

/// <summary>Tries whether the database can be written, by writing to it, and remembers since when it cannot.</summary>
internal sealed class WriteProbe(Database database, TimeProvider time)
{
    /// <summary>Other programs may hold the database for a while: a backup, a migration.</summary>
    private static readonly TimeSpan MaxLock = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private (DateTimeOffset At, long Timestamp)? _since;

    /// <summary>Writes; what is wrong where that cannot be done, null where it can or may soon.</summary>
    public string? GetError()
    {
        lock (_lock)
        {
            if (Write() is not { } exception)
            {
                _since = null;
                return null;
            }

            _since ??= (time.GetUtcNow(), time.GetTimestamp());
            return exception.Fault == StorageError.Locked && time.GetElapsedTime(_since.Value.Timestamp) < MaxLock
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"cannot write since {_since.Value.At:yyyy-MM-dd HH:mm:ss}Z: {exception.Message}"
                );
        }
    }

    /// <summary>Writes, and waits for a lock for a minute at most: another process may migrate or seed the same database.</summary>
    /// <exception cref="StorageException">It cannot be written.</exception>
    public void Require()
    {
        // Each attempt at a locked database takes a second.
        for (var attempt = 1; Write() is { } exception; attempt++)
        {
            if (exception.Fault != StorageError.Locked || attempt >= MaxLock.TotalSeconds)
                throw exception;
        }
    }

    private StorageException? Write()
    {
        try
        {
            using var connection = database.OpenAlone();
            database.RequireInPlace(connection);
            connection.Execute(
                "INSERT INTO health (id, written_at) VALUES (1, @now) ON CONFLICT (id) DO UPDATE SET written_at = excluded.written_at",
                new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }
            );
            return null;
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
}
