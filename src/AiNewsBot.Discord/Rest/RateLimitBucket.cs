using System.Diagnostics.CodeAnalysis;

namespace AiNewsBot.Discord.Rest;

/// <summary>
/// One of Discord's rate limits, as its headers tell of it. Requests leave in the order in which they came. What is on its way counts as
/// taken, although no answer has told so yet: otherwise a slow connection would promise more than there is.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A bucket lives as long as its client; its semaphore holds no handle.")]
internal sealed class RateLimitBucket(TimeProvider time)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private readonly MonotonicClock _monotonicClock = new(time);
    private TaskCompletionSource _answered = NewSignal();
    private int _remaining;
    private int _inFlight;
    private TimeSpan _resets;
    private bool _isAsking;

    /// <summary>Whether it can be dropped.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _inFlight == 0 && _turn.CurrentCount > 0 && _monotonicClock.Elapsed >= _resets;
        }
    }

    /// <summary>Waits until one request more is allowed, and takes it until disposed. While no limit is known, requests are sent one by
    /// one.</summary>
    /// <exception cref="DiscordException">That would take too long.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var keepsTurn = false;
        try
        {
            while (TryTake(out keepsTurn, cancellationToken) is { } later)
                await later;
            return new Permit(this, keepsTurn);
        }
        finally
        {
            if (!keepsTurn)
                _turn.Release();
        }
    }

    /// <summary>Learns from the headers of an answer, while its request still counts as on its way.</summary>
    public void Update(int remaining, TimeSpan resetAfter)
    {
        lock (_lock)
        {
            var left = Math.Max(0, remaining - Math.Max(0, _inFlight - 1));
            var resets = _monotonicClock.Elapsed + resetAfter;

            // Answers come in any order, and as late as they please: only that of a request which went alone may say that there is more.
            (_remaining, _resets) = _isAsking ? (left, resets) : (Math.Min(_remaining, left), resets > _resets ? resets : _resets);
            _isAsking = false;
        }
    }

    /// <summary>Nothing is left before this long from now.</summary>
    public void Pause(TimeSpan wait)
    {
        lock (_lock)
            (_remaining, _resets, _isAsking) = (0, _monotonicClock.Elapsed + wait, false);
    }

    // What to wait for before another attempt; null when one was taken.
    private Task? TryTake(out bool keepsTurn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = _monotonicClock.Elapsed;
            keepsTurn = false;
            if (_remaining == 0 && now < _resets)
                return Task.Delay(QueueTimeout.ThrowIfExceeded(_resets - now), time, cancellationToken);

            // What is on its way may count for the window before or for the next: its answer tells.
            if (_remaining == 0 && _inFlight > 0)
                return _answered.Task.WaitAsync(cancellationToken);

            // Of a window that nothing is known of yet, one request goes alone to ask.
            if (now >= _resets && _inFlight == 0)
                (_remaining, _isAsking) = (1, true);
            keepsTurn = _isAsking;
            _remaining--;
            _inFlight++;
            return null;
        }
    }

    private void Leave(bool hadTurn)
    {
        TaskCompletionSource answered;
        lock (_lock)
        {
            _inFlight--;
            (answered, _answered) = (_answered, NewSignal());
        }

        answered.SetResult();
        if (hadTurn)
            _turn.Release();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Permit(RateLimitBucket bucket, bool hasTurn) : IDisposable
    {
        public void Dispose() => bucket.Leave(hasTurn);
    }
}
