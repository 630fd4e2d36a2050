using System.Diagnostics;

namespace AiNewsBot.Benchmarks;

/// <summary>A clock whose timers are due to a fifth of a millisecond: those of the thread pool tick every four.
/// It takes a thread.</summary>
internal sealed class PreciseTime : TimeProvider, IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Timer, long> _due = new();
    private volatile bool _isOver;

    public PreciseTime() => new Thread(Run) { IsBackground = true, Priority = ThreadPriority.Highest }.Start();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Dispose() => _isOver = true;

    private void Run()
    {
        while (!_isOver)
        {
            Timer? next = null;
            lock (_lock)
            {
                if (_due.TryPeek(out _, out var at) && at <= Stopwatch.GetTimestamp())
                    next = _due.Dequeue();
            }

            if (next is null)
                Thread.Sleep(TimeSpan.FromMicroseconds(100));
            else
                next.Fire();
        }
    }

    private sealed class Timer(PreciseTime time, Action callback) : ITimer
    {
        private volatile bool _isOff;

        public void Fire()
        {
            if (!_isOff)
                callback();
        }

        // Once only: nothing here repeats.
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            var at = Stopwatch.GetTimestamp() + (long)(dueTime.TotalSeconds * Stopwatch.Frequency);
            lock (time._lock)
                time._due.Enqueue(this, at);
            return true;
        }

        public void Dispose() => _isOff = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
