namespace AiNewsBot.Jobs;

/// <summary>What one loop waits on while it has nothing to do: it is woken by a signal, or when the clock says what it waits for.</summary>
/// <param name="planned">Told of each time that the loop waits for.</param>
internal sealed class Wakeup(Action<DateTimeOffset>? planned = null)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _waiting;
    private DateTimeOffset? _due;
    private bool _isRaised;

    /// <summary>Wakes the loop; where it works at this moment, its next wait ends at once.</summary>
    public void Raise()
    {
        lock (_lock)
        {
            if (_waiting is null)
                _isRaised = true;
            else
                End();
        }
    }

    /// <summary>The time that the loop waits for; null while it works, or waits for a signal alone.</summary>
    public DateTimeOffset? Due
    {
        get
        {
            lock (_lock)
                return _waiting is null ? null : _due;
        }
    }

    /// <summary>Wakes the loop where what it waits for is due.</summary>
    public void RaiseIfDue(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_waiting is not null && _due <= now)
                End();
        }
    }

    /// <summary>Waits for the next signal.</summary>
    /// <param name="due">When to end the wait without one; null to wait for a signal alone.</param>
    public Task WaitAsync(DateTimeOffset? due, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        TaskCompletionSource waiting;
        lock (_lock)
        {
            if (_isRaised)
            {
                _isRaised = false;
                return Task.CompletedTask;
            }

            _due = due;
            waiting = _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (due is { } at)
            planned?.Invoke(at);
        return waiting.Task.WaitAsync(cancellationToken);
    }

    private void End()
    {
        _waiting!.TrySetResult();
        _waiting = null;
    }
}
