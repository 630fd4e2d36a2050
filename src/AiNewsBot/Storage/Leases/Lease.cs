namespace AiNewsBot.Storage.Leases;

/// <summary>A row of the leases.</summary>
internal sealed record Lease
{
    private const string Process = "-process/";

    public required string Name { get; init; }

    /// <summary>Null where it was given back.</summary>
    public string? Holder { get; init; }

    /// <summary>Counts who held it: what an earlier holder still does is void by it.</summary>
    public long Fence { get; init; }

    /// <summary>Counted up by its holder.</summary>
    public long Beats { get; init; }

    /// <summary>Whether a process announces itself by it.</summary>
    public bool IsProcess => Name.Contains(Process, StringComparison.Ordinal);

    /// <summary>The name of a partition's lease. That of the first is the group's own, as where it is not divided.</summary>
    public static string NameOf(string group, int partition) =>
        partition == 0 ? group : FormattableString.Invariant($"{group}/{partition}");

    /// <summary>The name by which a process announces itself to the others of a group.</summary>
    public static string NameOfProcess(string group, string process) => group + Process + process;
}
