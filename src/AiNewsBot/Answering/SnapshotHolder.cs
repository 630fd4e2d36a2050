namespace AiNewsBot.Answering;

/// <summary>Holds the snapshot that questions are answered from; readers take it once and never wait, but for the first one.</summary>
public sealed class SnapshotHolder
{
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Snapshot? _current;

    /// <summary>The snapshot.</summary>
    /// <exception cref="InvalidOperationException">The facts are not loaded yet.</exception>
    public Snapshot Current => _current ?? throw new InvalidOperationException("The facts are not loaded yet.");

    public bool IsLoaded => _current is not null;

    /// <summary>Completes when there is a snapshot: the bot connects while its facts are loaded.</summary>
    public Task Loaded => _loaded.Task;

    public void Replace(Snapshot snapshot)
    {
        _current = snapshot;
        _loaded.TrySetResult();
    }
}
