namespace AiNewsBot.Answering;

/// <summary>
/// Gives memory back to the system that only the start needed. That stops all threads for some 70 ms, and so waits for a second in which
/// the bot does nothing, as its allocations show: a question that is asked meanwhile would wait for it.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="allocated">Bytes that were allocated since the start.</param>
/// <param name="collect">Collects all generations.</param>
internal sealed class MemoryTrimmer(TimeProvider time, Func<long> allocated, Action collect)
{
    internal static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>What a few questions allocate, and timers that do nothing do not.</summary>
    internal const long MaxQuietBytes = 128 * 1024;

    public MemoryTrimmer(TimeProvider time)
        : this(
            time,
            () => GC.GetTotalAllocatedBytes(),
            () => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true)
        ) { }

    /// <summary>Completes when it was given back.</summary>
    /// <exception cref="OperationCanceledException">The bot stops.</exception>
    public async Task TrimAsync(CancellationToken cancellationToken)
    {
        long before;
        do
        {
            before = allocated();
            await Task.Delay(Quiet, time, cancellationToken);
        } while (allocated() - before > MaxQuietBytes);
        collect();
    }
}
