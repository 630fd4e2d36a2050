using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>An answer as other programs read it: docs/json.md is its contract.</summary>
internal sealed record AnswerPayload(
    string Question,
    AnswerStatus Status,
    string? Intent,
    string? Component,
    IEnumerable<SubjectPayload> Subjects,
    DateOnly? AsOf,
    string? Verdict,
    ImmutableArray<DefinitionResult> Definitions,
    string Answer,
    IEnumerable<ChoicePayload> Choices,
    IEnumerable<FactPayload> Facts,
    IEnumerable<string> Aspects,
    double Confidence,
    AnsweredProposition? Proposition,
    IEnumerable<ReleasePayload> Releases,
    LicencePayload? Licence,
    OutputsPayload? Outputs,
    string? VariantOf,
    int? DatasetVersion
)
{
    public static AnswerPayload From(Answer answer) =>
        new(
            answer.Question,
            answer.Status,
            answer.Intent?.ToSlug(),
            answer.Component,
            answer.Subjects.Select(SubjectPayload.From),
            answer.AsOf,
            answer.Intent == Questions.Aspects.Intent.Openness ? answer.Verdict?.ToSlug() : null,
            answer.Definitions,
            answer.Text,
            [
                .. answer.Choices.Select(choice => new ChoicePayload(choice.Id, choice.Name)),
                .. answer.OtherReadings.Select(reading => new ChoicePayload(reading.ToSlug(), reading.ToSlug().Replace('_', ' '))),
            ],
            answer.Facts.Select(FactPayload.From),
            answer.Aspects.Select(aspect => aspect.ToSlug()),
            Math.Round(answer.Confidence, 3),
            answer.Proposition,
            answer.Releases.Select(ReleasePayload.From),
            answer.Licence is null ? null : LicencePayload.From(answer.Licence),
            answer.Licence is null ? null : OutputsPayload.From(answer.Licence),
            answer.VariantOf,
            answer.DatasetVersion
        );
}

/// <summary>What a question names.</summary>
internal sealed record SubjectPayload(SubjectKind Kind, string Id, string Name)
{
    public static SubjectPayload From(SubjectView subject) => new(subject.Subject.Kind, subject.Id, subject.Name);
}

/// <summary>What may have been meant.</summary>
internal sealed record ChoicePayload(string Id, string Name);

/// <summary>A statement from which an answer follows.</summary>
internal sealed record FactPayload(
    string Subject,
    string Property,
    string Value,
    FactDate? ValidFrom,
    bool Approximate,
    DateOnly VerifiedOn,
    IEnumerable<string> Sources
)
{
    public static FactPayload From(Statement fact) =>
        new(
            fact.Subject,
            fact.Property,
            fact.Value,
            fact.ValidFrom,
            fact.IsDateApproximate,
            fact.VerifiedOn,
            fact.Sources.Select(source => source.Url)
        );
}

/// <summary>How open a release is.</summary>
internal sealed record ReleasePayload(string Id, string Verdict, string? Licence, FactDate? Since)
{
    public static ReleasePayload From(ReleaseState release) =>
        new(release.Id, release.Verdict.ToSlug(), release.Licence?.Id, release.Since);
}
