using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>How many facts there are, of which kinds.</summary>
public sealed record FactStats
{
    /// <summary>Models that were announced or published.</summary>
    public required int Releases { get; init; }

    /// <summary>Sizes, modalities and tunings of releases that are told on their own.</summary>
    public required int Variants { get; init; }

    /// <summary>Makers.</summary>
    public required int Organizations { get; init; }

    /// <summary>Licences.</summary>
    public required int Licences { get; init; }

    /// <summary>Dated events: those told, and announcements, weights, changes of licence and promises.</summary>
    public required int Events { get; init; }

    /// <summary>Topics and definitions.</summary>
    public required int Topics { get; init; }

    /// <summary>Statements without those that say that something is unknown.</summary>
    public required int Claims { get; init; }

    /// <summary>Addresses that are cited.</summary>
    public required int Sources { get; init; }

    /// <summary>Statements whose last check is older than allowed.</summary>
    public required int Stale { get; init; }

    /// <summary>The day of the oldest check; null when there are no statements.</summary>
    public required DateOnly? OldestCheck { get; init; }

    /// <summary>The counts by their names in the contract.</summary>
    public ImmutableArray<KeyValuePair<string, int>> ByName =>
        [
            new("releases", Releases),
            new("variants", Variants),
            new("organizations", Organizations),
            new("licences", Licences),
            new("events", Events),
            new("topics", Topics),
            new("claims", Claims),
            new("sources", Sources),
            new("stale", Stale),
        ];

    /// <summary>Counts.</summary>
    public static FactStats Count(IReadOnlyCollection<Subject> subjects, DateOnly today, int staleAfterDays)
    {
        var statements = subjects.SelectMany(subject => subject.Statements).ToArray();
        return new FactStats
        {
            Releases = subjects.Count(subject =>
                subject.Kind == SubjectKind.Release && !subject.Details.ContainsKey(DetailNames.VariantOf)
            ),
            Variants = subjects.Count(subject => subject.Details.ContainsKey(DetailNames.VariantOf)),
            Organizations = subjects.Count(subject => subject.Kind == SubjectKind.Organization),
            Licences = subjects.Count(subject => subject.Kind == SubjectKind.Licence),
            Events = AiNewsBot.Facts.Snapshots.Timeline.CreateAll(FactBase.Create(subjects)).Length,
            Topics = subjects.Count(subject => subject.Kind == SubjectKind.Topic),
            Claims = statements.Count(statement => statement.Value != "unknown"),
            Sources = statements.SelectMany(statement => statement.Sources).Select(source => source.Url).Distinct().Count(),
            Stale = statements.Count(statement => statement.VerifiedOn < today.AddDays(-staleAfterDays)),
            OldestCheck = statements.Length == 0 ? null : statements.Min(statement => statement.VerifiedOn),
        };
    }
}
