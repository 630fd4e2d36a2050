namespace AiNewsBot.Storage.Leases;

/// <summary>A partition that this process holds, and the work on it.</summary>
internal sealed class LeasedPartition : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly CancellationToken _end;
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];

    public LeasedPartition(int index, string name, long fence) => (Index, Name, Fence, _end) = (index, name, fence, _source.Token);

    public int Index { get; }

    public string Name { get; }

    /// <summary>Without it, no claim on the partition is valid.</summary>
    public long Fence { get; }

    /// <summary>Whether work may begin.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>When it was closed, as a timestamp.</summary>
    public long ClosedAt { get; private set; }

    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _running.Count == 0;
        }
    }

    /// <summary>Begins work that ends early where the partition is lost; null where it is closed.</summary>
    public Task? TryStart(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!IsOpen)
                return null;
            var task = Task.Run(() => RunAsync(work, cancellationToken), CancellationToken.None);
            _running.Add(task);
            _ = task.ContinueWith(Remove, TaskScheduler.Default);
            return task;
        }
    }

    /// <summary>No more work begins.</summary>
    public void Close(long now)
    {
        lock (_lock)
        {
            if (!IsOpen)
                return;
            (IsOpen, ClosedAt) = (false, now);
        }
    }

    /// <summary>Ends what is at work.</summary>
    public Task CancelAsync() => _source.CancelAsync();

    /// <summary>Completes when nothing is at work; it must be closed.</summary>
    public async Task WaitForIdleAsync()
    {
        Task[] running;
        lock (_lock)
            running = [.. _running];
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _source.Dispose();

    private async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_end, cancellationToken);
        await work(either.Token);
    }

    private void Remove(Task task)
    {
        lock (_lock)
            _running.Remove(task);
    }
}
