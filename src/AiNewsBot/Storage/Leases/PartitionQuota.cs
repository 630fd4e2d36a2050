namespace AiNewsBot.Storage.Leases;

/// <summary>How many partitions each process is to hold.</summary>
internal static class PartitionQuota
{
    /// <summary>All get the same number, some one more. The holder of the first partition is counted first, so that it keeps
    /// that.</summary>
    /// <param name="process">The process that asks.</param>
    /// <param name="processes">All that live, that one among them.</param>
    /// <param name="first">The holder of the first partition; null where there is no holder.</param>
    /// <param name="count">How many partitions there are.</param>
    public static int Of(string process, IEnumerable<string> processes, string? first, int count)
    {
        var ranked = processes.OrderByDescending(one => one == first).ThenBy(one => one, StringComparer.Ordinal).ToList();
        return count / ranked.Count + (ranked.IndexOf(process) < count % ranked.Count ? 1 : 0);
    }
}
