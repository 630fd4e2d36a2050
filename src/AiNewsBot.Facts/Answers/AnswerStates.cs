using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Puts beside an answer's words what they rest on, for other programs.</summary>
internal static class AnswerStates
{
    public static Answer Add(AnswerContext context, Answer answer)
    {
        var question = context.Question;
        answer = answer with
        {
            Aspects = !question.Aspects.IsEmpty || answer.Intent is not { } intent ? question.Aspects : [AspectAnswers.AspectOf(intent)],
            Confidence = question.Confidence,
            DatasetVersion = context.Facts.Version,
            VariantOf = answer.Subjects is [Release { Whole: { } whole }] ? whole.Id : null,
        };
        if (
            answer.Status != AnswerStatus.Answered
            || answer.Filter is not null
            || answer.Intent is not (Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions or Intent.Compare)
        )
            return answer;
        if (answer.Subjects is [Licence named])
            return answer with { Licence = named };
        ImmutableArray<ReleaseState> releases =
        [
            .. answer
                .Subjects.SelectMany(subject => OpennessAnswers.Judge(context, subject))
                .Select(pair => State(pair.Release, pair.Verdict, context.Day)),
        ];
        return answer with
        {
            Releases = releases,
            Licence = releases.Select(release => release.Licence).Distinct().ToArray() is [{ } only] ? only : null,
        };
    }

    private static ReleaseState State(Release release, Verdict verdict, DateOnly day) =>
        new(
            release.Id,
            verdict.Kind,
            verdict.Licence,
            verdict.Because is [var weights, ..] && weights.Property == Components.Weights
                ? Since.Create(weights, verdict.Licence is null ? null : release.GetLicence(Components.Weights, day).Statement)
                : null
        );
}
