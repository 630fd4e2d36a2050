namespace AiNewsBot.Outbox.Partitions;

/// <summary>A row of the leases.</summary>
internal sealed record Lease
{
    /// <summary>That of the first partition, and of all the news where it is not divided.</summary>
    public const string First = "news";

    /// <summary>What the names begin with by which processes announce themselves.</summary>
    public const string ProcessPrefix = "news-process/";

    public required string Name { get; init; }

    /// <summary>Null where it was given back.</summary>
    public string? Holder { get; init; }

    /// <summary>Counts who held it: what an earlier holder still does is void by it.</summary>
    public long Fence { get; init; }

    /// <summary>Counted up by its holder.</summary>
    public long Beats { get; init; }

    public bool IsProcess => Name.StartsWith(ProcessPrefix, StringComparison.Ordinal);

    public static string NameOf(int partition) => partition == 0 ? First : FormattableString.Invariant($"{First}/{partition}");
}
