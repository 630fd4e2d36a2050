namespace DiscordSimulator;

/// <summary>Things that happened, to be looked at and waited for.</summary>
/// <param name="remembers">Whether they can be looked at afterwards; without it they are only counted.</param>
public sealed class EventLog<T>(bool remembers = true)
{
    private readonly Lock _lock = new();
    private readonly List<T> _events = [];
    private int _count;
    private readonly List<(Func<T, bool> Wanted, TaskCompletionSource<T> Source)> _waiting = [];

    /// <summary>All so far, in order.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
                return [.. _events];
        }
    }

    /// <summary>How many so far.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    /// <summary>Waits for the next one that is wanted, counted from now.</summary>
    public Task<T> NextAsync(string what, Func<T, bool>? wanted = null)
    {
        lock (_lock)
        {
            var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted ?? (_ => true), source));
            return TimedWait.ForAsync(source.Task, what);
        }
    }

    /// <summary>The first that is wanted; waits for it where none has happened so far.</summary>
    public Task<T> FirstAsync(string what, Func<T, bool> wanted)
    {
        lock (_lock)
            return _events.FindIndex(happened => wanted(happened)) is >= 0 and var index
                ? Task.FromResult(_events[index])
                : NextAsync(what, wanted);
    }

    /// <summary>Waits until there are so many.</summary>
    public async Task ReachAsync(int count, string what)
    {
        while (true)
        {
            Task<T> next;
            lock (_lock)
            {
                if (_count >= count)
                    return;
                var source = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((_ => true, source));
                next = source.Task;
            }

            await TimedWait.ForAsync(next, what);
        }
    }

    public void Add(T happened)
    {
        List<TaskCompletionSource<T>> ready = [];
        lock (_lock)
        {
            _count++;
            if (remembers)
                _events.Add(happened);
            for (var i = _waiting.Count - 1; i >= 0; i--)
            {
                if (!_waiting[i].Wanted(happened))
                    continue;
                ready.Add(_waiting[i].Source);
                _waiting.RemoveAt(i);
            }
        }

        foreach (var source in ready)
            source.TrySetResult(happened);
    }
}
