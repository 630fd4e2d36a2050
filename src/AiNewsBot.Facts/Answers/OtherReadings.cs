using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Answers;

/// <summary>What else a question may ask, where its reading is not sure: offered beside the answer instead of guessed.</summary>
internal static class OtherReadings
{
    private const int MaxCount = 3;
    private const double Likely = 0.05;

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
                        reading.Likelihood >= Likely && IsView(reading.Aspect) && !context.Question.Aspects.Contains(reading.Aspect)
                    )
                    .Select(reading => reading.Aspect)
                    .Take(MaxCount),
            ]
            : [];

    /// <summary>The sentence that offers them.</summary>
    public static string Format(AnswerContext context, ImmutableArray<Aspect> readings) =>
        context.Wording[
            "reading_unsure",
            ("readings", context.Wording.JoinOr([.. readings.Select(aspect => AspectAnswers.Label(context, aspect))]))
        ];

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
