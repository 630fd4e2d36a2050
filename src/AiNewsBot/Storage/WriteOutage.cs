using System.Globalization;

namespace AiNewsBot.Storage;

/// <summary>Since when the database cannot be written.</summary>
internal sealed class WriteOutage(TimeProvider time)
{
    /// <summary>Other programs may hold the database for a while: a backup, a migration.</summary>
    public static readonly TimeSpan MaxLock = TimeSpan.FromSeconds(60);

    private (DateTimeOffset At, long Timestamp)? _since;

    /// <summary>What an attempt to write means: null where it succeeded, or where a lock may soon be gone.</summary>
    public string? Report(StorageException? exception)
    {
        if (exception is null)
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
