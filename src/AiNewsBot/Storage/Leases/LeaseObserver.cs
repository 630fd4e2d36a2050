namespace AiNewsBot.Storage.Leases;

/// <summary>
/// Judges whether the holders of leases are still there: one whose row did not change for long enough by this process's own stopwatch is
/// not, nor a process of this machine that has ended. No clock decides.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="timeout">How long is long enough.</param>
internal sealed class LeaseObserver(TimeProvider time, TimeSpan timeout)
{
    private Dictionary<string, (Lease Row, long Since)> _seen = [];
    private HashSet<string> _gone = [];

    /// <summary>Takes note of the leases as they are now.</summary>
    public void Observe(IReadOnlyCollection<Lease> leases)
    {
        var now = time.GetTimestamp();
        _seen = leases.ToDictionary(
            row => row.Name,
            row => _seen.TryGetValue(row.Name, out var seen) && seen.Row == row ? seen : (row, now)
        );
        _gone = [.. leases.Select(row => row.Holder).OfType<string>().Distinct().Where(holder => LeaseHolder.Parse(holder).IsGone)];
    }

    /// <summary>Begins again: while the leases could not be read, their holders may not have reached them either.</summary>
    public void Forget() => _seen = [];

    /// <summary>Whether no process holds a lease that was observed.</summary>
    public bool IsFree(Lease lease) =>
        lease.Holder is not { } holder
        || _gone.Contains(holder)
        || _seen.TryGetValue(lease.Name, out var seen) && time.GetElapsedTime(seen.Since) >= timeout;
}
