using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage;

/// <summary>Logs what is wrong with the database, once for each kind of fault until it can be written again: all that need it meet the same
/// fault, and try again by themselves.</summary>
/// <param name="isInUse">Whether the bot has begun to work with it. Before, its start says what is wrong.</param>
internal sealed partial class DatabaseFaultLog(Func<bool> isInUse, TimeProvider time, ILogger<DatabaseFaultLog> logger)
{
    private readonly Lock _lock = new();
    private readonly HashSet<StorageError> _known = [];
    private long _since;

    /// <summary>Takes a fault that was met.</summary>
    public void Report(StorageException exception)
    {
        if (!isInUse())
            return;
        exception.IsLogged = true;
        lock (_lock)
        {
            if (!_known.Add(exception.Fault))
                return;
            if (_known.Count == 1)
                _since = time.GetTimestamp();
        }

        Failed(logger, exception.Message);
    }

    /// <summary>It was tried, and can be written.</summary>
    public void Recover()
    {
        lock (_lock)
        {
            if (_known.Count == 0)
                return;
            _known.Clear();
        }

        Recovered(logger, time.GetElapsedTime(_since));
    }

    [LoggerMessage(1, LogLevel.Error, "{Reason} Questions are answered from memory; edits are refused and news waits until it can be used")]
    private static partial void Failed(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Information, "The database can be written again, after {Time}")]
    private static partial void Recovered(ILogger logger, TimeSpan time);
}
