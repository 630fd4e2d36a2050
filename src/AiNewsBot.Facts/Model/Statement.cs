using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>One claim: of a subject, a property has a value from a date to a date, as the sources say.</summary>
public sealed record Statement
{
    /// <summary>By which storage knows it; null where it was read from a file.</summary>
    public string? Id { get; init; }

    /// <summary>Whether a server said it for itself.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Id of the subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Slug of the property; see <see cref="Properties"/>.</summary>
    public required string Property { get; init; }

    /// <summary>The value as text; its form is the property's.</summary>
    public required string Value { get; init; }

    /// <summary>True from here on; null: as long as the subject exists.</summary>
    public FactDate? ValidFrom { get; init; }

    /// <summary>No longer true from here on; null: still true.</summary>
    public FactDate? ValidTo { get; init; }

    /// <summary>Where it was read; at least one.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>The day on which the sources were last checked.</summary>
    public required DateOnly VerifiedOn { get; init; }

    /// <summary>A sentence on how it is to be read.</summary>
    public string? Note { get; init; }

    /// <summary>Its weight among others.</summary>
    public Rank Rank { get; init; } = Rank.Normal;

    /// <summary>More on the value: who promised, when it is due, how many users a cap allows.</summary>
    public ImmutableSortedDictionary<string, string> Qualifiers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The qualifier of this name, or null.</summary>
    public string? Qualifier(string name) => Qualifiers.GetValueOrDefault(name);

    /// <summary>Whether it rests on no first-hand source.</summary>
    public bool IsSecondHand => Sources.All(source => source.Kind != SourceKind.FirstHand);

    /// <summary>Whether its date is a day that one index of models alone gives. Until a second source agrees, it is told as about that day:
    /// indexes copy each other, and take a paper's, a repository's or a service's day for that of the release. Where better sources support
    /// the value and bear no day, the dataset says so.</summary>
    public bool IsDateApproximate =>
        ValidFrom is { IsExact: true } && !IsLocal && (Qualifier(Model.Qualifiers.Dated) == Model.Qualifiers.About || RestsOnOneIndex);

    private bool RestsOnOneIndex =>
        Sources.All(source => source.Kind == SourceKind.Index) && Sources.Select(source => source.Publisher).Distinct().Count() == 1;

    /// <summary>Whether it held on the day: yes, no, or null when the day falls into the uncertain span of one of its dates.</summary>
    public bool? WasEffectiveOn(DateOnly day)
    {
        if (ValidFrom is { } from && day < from.Earliest || ValidTo is { } to && day >= to.Latest)
            return false;

        // By the day on which it was checked it had begun, though its source names no more than this month or year.
        if (ValidFrom is { } start && day < start.Latest && !start.IsExact && day < VerifiedOn)
            return null;
        if (ValidTo is { } end && day >= end.Earliest && !end.IsExact)
            return null;
        return true;
    }
}
