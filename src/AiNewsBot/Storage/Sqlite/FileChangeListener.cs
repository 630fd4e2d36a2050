using AiNewsBot.Jobs;

namespace AiNewsBot.Storage.Sqlite;

/// <summary>Hears of what is written to a database's files, by other processes, too, where the system tells of it at once.</summary>
internal sealed class FileChangeListener(string file) : IDisposable
{
    private readonly Wakeup _changed = new();
    private FileSystemWatcher? _watcher;
    private bool _isTried;

    /// <summary>Whether the system tells of changes.</summary>
    public bool IsListening => _watcher is not null;

    /// <summary>Completes with the next change, and when it has begun to listen: what was written before was not heard. To be called by one
    /// after the other.</summary>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!_isTried)
        {
            _isTried = true;
            _watcher = TryListen();
            if (IsListening)
                return Task.CompletedTask;
        }

        return _changed.WaitAsync(null, cancellationToken);
    }

    public void Dispose() => _watcher?.Dispose();

    // Windows tells of a change when a file is closed, and macOS after a while.
    private FileSystemWatcher? TryListen()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*")
            {
                NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName,
            };
            watcher.Changed += (_, _) => _changed.Raise();
            watcher.Deleted += (_, _) => _changed.Raise();
            watcher.Renamed += (_, _) => _changed.Raise();
            watcher.Error += (_, _) => _changed.Raise();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            // The folder is not there, or the user has used up what the system allows to watch.
            watcher?.Dispose();
            return null;
        }
    }
}
