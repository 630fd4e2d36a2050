namespace AiNewsBot.Answering;

/// <summary>Holds the snapshot that questions are answered from; readers take it once and never wait.</summary>
public sealed class SnapshotHolder
{
    private volatile Snapshot? _current;

    /// <summary>The snapshot.</summary>
    /// <exception cref="InvalidOperationException">The facts are not loaded yet.</exception>
    public Snapshot Current => _current ?? throw new InvalidOperationException("The facts are not loaded yet.");

    public bool IsLoaded => _current is not null;

    public void Replace(Snapshot snapshot) => _current = snapshot;
}
