using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>What else a question may ask, where its reading is not sure: offered beside the answer instead of guessed.</summary>
internal static class OtherReadings
{
    private const int MaxCount = 3;
    private const double Likely = 0.05;
    private const double LikelyEnough = 0.1;
    private const int MaxTold = 2;

    // What an overview tells already.
    private static readonly ImmutableArray<Aspect> Overview =
    [
        Aspect.Openness,
        Aspect.Licence,
        Aspect.CommercialUse,
        Aspect.ReleaseDate,
        Aspect.Maker,
    ];

    /// <summary>The readings, the likeliest first.</summary>
    public static ImmutableArray<Aspect> For(AnswerContext context, Answer answer) =>
        context.Question.IsUnsure
        && answer
            is {
                Status: AnswerStatus.Answered,
                Filter: null,
                Proposition: null,
                Subjects: [{ Subject.Kind: SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization }]
            }
            ?
            [
                .. context
                    .Question.Likeliest.Where(reading =>
                        reading.Likelihood >= Likely
                        && IsView(reading.Aspect)
                        && !context.Question.Aspects.Contains(reading.Aspect)
                        && !IsAnswered(context, answer, reading.Aspect)
                        && !(reading.Aspect == Aspect.Outputs && AskedAspects.SpeaksOfOutputs(context.Question))
                        && !(context.Question.Aspects.Contains(Aspect.Overview) && Overview.Contains(reading.Aspect))
                    )
                    .Select(reading => reading.Aspect)
                    .Take(MaxCount),
            ]
            : [];

    // Commercial use was not read, but what the words speak of that ask.
    private static bool IsAnswered(AnswerContext context, Answer answer, Aspect aspect) =>
        aspect == Aspect.CommercialUse
        && answer.Intent == Intent.CommercialUse
        && context.Question.Aspects is [Aspect.Licence or Aspect.Overview];

    /// <summary>The likeliest of them in a line each: who asked that need not ask again. What is of many releases has no room, and is
    /// offered.</summary>
    public static IEnumerable<string> Format(AnswerContext context, Answer answer, ImmutableArray<Aspect> readings)
    {
        var offered = readings;
        if (answer.Subjects is [Release release])
        {
            foreach (var aspect in readings.Where(IsTold).Take(MaxTold))
            {
                if (Tell(context, release, aspect) is not { } told)
                    continue;
                offered = offered.Remove(aspect);
                yield return told;
            }
        }

        if (!offered.IsEmpty)
            yield return context.Wording[
                offered.Length < readings.Length ? "reading_other" : "reading_unsure",
                ("readings", context.Wording.JoinOr([.. offered.Select(aspect => AspectAnswers.Label(context, aspect))]))
            ];

        bool IsTold(Aspect aspect) =>
            context.Question.Likeliest.Any(reading => reading.Aspect == aspect && reading.Likelihood >= LikelyEnough);
    }

    private static string? Tell(AnswerContext context, Release release, Aspect aspect)
    {
        var question = context.Question with
        {
            Intent = aspect.ToIntent(),
            Aspects = [aspect],
            Component = null,
            Components = [],
            Propositions = [],
        };
        var told = AspectAnswers.Create(context with { Question = question }, [release], null);
        return told.Status != AnswerStatus.Answered
            ? null
            : context.Wording[
                "reading_told",
                ("reading", AspectAnswers.Label(context, aspect)),
                ("answer", AspectAnswers.Row("", told).Value)
            ];
    }

    // What can be told of a subject without the words of the question.
    private static bool IsView(Aspect aspect) =>
        aspect
            is Aspect.Openness
                or Aspect.Licence
                or Aspect.CommercialUse
                or Aspect.Outputs
                or Aspect.Restrictions
                or Aspect.ReleaseDate
                or Aspect.Maker
                or Aspect.History;
}
