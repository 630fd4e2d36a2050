namespace AiNewsBot.Storage;

/// <summary>A row of revisions.</summary>
internal sealed record RevisionRow
{
    /// <summary>The kind of what a dataset brought.</summary>
    public const string Seed = "seed";

    public long Number { get; init; }

    public required string Layer { get; init; }

    public required string Statement { get; init; }

    public required string Subject { get; init; }

    public required string Property { get; init; }

    public required string Kind { get; init; }

    /// <summary>What stood after it, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The revision that stood before.</summary>
    public long? Before { get; init; }

    public string? Editor { get; init; }

    public string? Reason { get; init; }

    public string? BatchId { get; init; }

    public long? Undoes { get; init; }

    public long MadeAt { get; init; }
}
