using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>Something that statements speak of, with all that is said of it.</summary>
public sealed record Subject
{
    /// <summary>What it is.</summary>
    public required SubjectKind Kind { get; init; }

    /// <summary>Lower-case slug, unique over all kinds (licences keep the case of their SPDX id).</summary>
    public required string Id { get; init; }

    /// <summary>As people write it.</summary>
    public required string Name { get; init; }

    /// <summary>The family of a release, the organisation of a family; null for the other kinds.</summary>
    public string? Parent { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>A sentence on what it is.</summary>
    public string? About { get; init; }

    /// <summary>Descriptions that no verdict rests on: modality, size, steward, kind of topic.</summary>
    public ImmutableSortedDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether it is a topic that says what a term means.</summary>
    public bool IsDefinition => Details.GetValueOrDefault(DetailNames.TopicKind) == "definition";

    /// <summary>Other subjects that it concerns (topics).</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>How people ask for it (topics).</summary>
    public ImmutableArray<string> Asks { get; init; } = [];

    /// <summary>What was said of it and taken back.</summary>
    public ImmutableArray<Withdrawal> Withdrawn { get; init; } = [];

    /// <summary>All that is said of it, in the order of the dataset.</summary>
    public ImmutableArray<Statement> Statements { get; init; } = [];
}
