using System.Globalization;

namespace AiNewsBot.Storage;

/// <summary>Since when the database cannot be written.</summary>
/// <param name="faults">Where its faults and their end are logged; null for an attempt outside of the running bot.</param>
internal sealed class WriteOutage(TimeProvider time, DatabaseFaultLog? faults)
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
            faults?.Recover();
            return null;
        }

        _since ??= (time.GetUtcNow(), time.GetTimestamp());
        if (exception.Fault == StorageError.Locked && time.GetElapsedTime(_since.Value.Timestamp) < MaxLock)
            return null;
        faults?.Report(exception);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"cannot write since {_since.Value.At:yyyy-MM-dd HH:mm:ss}Z: {exception.Message}"
        );
    }
}
