using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests;

/// <summary>Turns a clock until something happens.</summary>
internal static class Clock
{
    private const int MaxTurns = 1_000_000;

    /// <summary>
    /// Begins, and turns the clock until it is done. All of it runs on this thread, and the clock does not move until nothing more can run:
    /// it never outruns the code that it wakes, however busy the machine. What is begun must not leave for other threads.
    /// </summary>
    public static Task<T> TurnUntilAsync<T>(this FakeTimeProvider time, Func<Task<T>> act, TimeSpan step)
    {
        var before = SynchronizationContext.Current;
        var pump = new Pump();
        SynchronizationContext.SetSynchronizationContext(pump);
        try
        {
            var task = act();
            pump.RunUntilIdle();
            for (var turns = 0; !task.IsCompleted; turns++)
            {
                Assert.True(turns < MaxTurns, "it never happened");
                time.Advance(step);
                pump.RunUntilIdle();
            }

            return task;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc cref="TurnUntilAsync{T}(FakeTimeProvider, Func{Task{T}}, TimeSpan)"/>
    public static Task TurnUntilAsync(this FakeTimeProvider time, Func<Task> act, TimeSpan step) =>
        time.TurnUntilAsync<bool>(
            async () =>
            {
                await act();
                return true;
            },
            step
        );

    /// <summary>Turns the clock until what other threads do is done. The clock may
    /// run ahead of them, so nothing in it may be urgent.</summary>
    public static async Task<T> TurnWhileOthersRunAsync<T>(this FakeTimeProvider time, Task<T> task, TimeSpan step)
    {
        while (!task.IsCompleted)
        {
            time.Advance(step);
            await Task.Factory.StartNew(
                static () => { },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.PreferFairness,
                TaskScheduler.Default
            );
        }

        return await task;
    }

    private sealed class Pump : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Act, object? State)> _queue = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_queue)
                _queue.Enqueue((d, state));
        }

        public void RunUntilIdle()
        {
            while (true)
            {
                (SendOrPostCallback Act, object? State) next;
                lock (_queue)
                {
                    if (!_queue.TryDequeue(out next))
                        return;
                }

                next.Act(next.State);
            }
        }
    }
}
