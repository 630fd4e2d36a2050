namespace AiNewsBot.Curation.Editing;

/// <summary>The parameters of the statements that write a statement: who asks, as
/// <see cref="EditRights"/> names it, and what the statement shall say.</summary>
internal sealed record WrittenValues
{
    public required string Layer { get; init; }

    public required string Server { get; init; }

    public bool IsCurator { get; init; }

    public bool Manages { get; init; }

    public required string Roles { get; init; }

    public required string Id { get; init; }

    /// <summary>Of the revision that it becomes.</summary>
    public long Number { get; init; }

    public string? Base { get; init; }

    public long? BaseRevision { get; init; }

    /// <summary>The revision that its author saw.</summary>
    public long Seen { get; init; }

    public required string Subject { get; init; }

    public required string Property { get; init; }

    public required string Value { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public required string Sources { get; init; }

    public string? VerifiedOn { get; init; }

    public string? Note { get; init; }

    public required string Rank { get; init; }

    public required string Qualifiers { get; init; }

    public required string State { get; init; }

    public bool Locked { get; init; }
}
