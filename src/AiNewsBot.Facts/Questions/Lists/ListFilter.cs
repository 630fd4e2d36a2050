using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>What releases of a list have in common; what is null or empty does not narrow.</summary>
public sealed record ListFilter
{
    /// <summary>Who makes them, or of which family they are.</summary>
    public ImmutableArray<SubjectView> Of { get; init; } = [];

    /// <summary>Who does not make them, or of which family they are not.</summary>
    public ImmutableArray<SubjectView> ExceptOf { get; init; } = [];

    /// <summary>Countries of their makers, as ISO 3166 codes.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Countries of which their makers are not.</summary>
    public ImmutableArray<string> ExceptCountries { get; init; } = [];

    /// <summary>How open they are; several are alternatives.</summary>
    public ImmutableArray<VerdictKind> Verdicts { get; init; } = [];

    /// <summary>Under which licence their weights are.</summary>
    public SubjectView? Licence { get; init; }

    /// <summary>Further licences under which they may be instead.</summary>
    public ImmutableArray<SubjectView> OtherLicences { get; init; } = [];

    /// <summary>The class of the Model Openness Framework that they reach at least, from
    /// 1, the highest, to 3; null when it does not narrow.</summary>
    public int? OpennessClass { get; init; }

    /// <summary>Under which licence their weights are not.</summary>
    public SubjectView? ExceptLicence { get; init; }

    /// <summary>The group of licences that the Open Source Initiative approved.</summary>
    public const string OsiApproved = "osi";

    /// <summary>A word in the names of their licences, such as rail, or <see cref="OsiApproved"/>; null when it does not narrow.</summary>
    public string? LicenceGroup { get; init; }

    /// <summary>Kinds of conditions that their licences have, such as revenue-cap.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Kinds of conditions that their licences do not have.</summary>
    public ImmutableArray<string> NoConditions { get; init; } = [];

    /// <summary>Components that are not public.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Components that are public.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>text, code, image, audio, video, multimodal or embedding.</summary>
    public string? Modality { get; init; }

    /// <summary>When they were announced or came out.</summary>
    public Period? During { get; init; }

    /// <summary>How the filters are called, to be read back to the one who asked.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Whether nothing narrows the list but whose models they are and how open.</summary>
    public bool IsOfOpennessAlone => !Verdicts.IsEmpty && (this with { Of = [], Verdicts = [] }).IsEmpty;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsEmpty =>
        Of.IsEmpty
        && ExceptOf.IsEmpty
        && OpennessClass is null
        && Countries.IsEmpty
        && ExceptCountries.IsEmpty
        && Verdicts.IsEmpty
        && Licence is null
        && ExceptLicence is null
        && LicenceGroup is null
        && Conditions.IsEmpty
        && NoConditions.IsEmpty
        && Without.IsEmpty
        && Components.IsEmpty
        && Modality is null
        && During is null;
}
