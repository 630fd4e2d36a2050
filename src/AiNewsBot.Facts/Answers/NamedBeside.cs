using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;

namespace AiNewsBot.Facts.Answers;

/// <summary>What is named beside that which is answered: "why not BLOOM, does OpenRAIL-M prevent fine-tuning" is told of BLOOM as well. A
/// name that an answer passes over leaves it open whether it was read.</summary>
internal static class NamedBeside
{
    private const int MaxCount = 3;

    /// <summary>A sentence on each known model that the question names and the answer does not.</summary>
    /// <param name="context">What is asked.</param>
    /// <param name="answer">The answer so far.</param>
    /// <param name="notes">What else it is to say.</param>
    public static ImmutableArray<SubjectView> Find(AnswerContext context, Answer answer, ImmutableArray<string> notes)
    {
        if (!context.IsEnglish || !IsOfModels(answer))
            return [];
        var told = string.Join('\n', notes.Prepend(answer.Text));
        SubjectView[] named =
        [
            .. context
                .Question.Mentions.Where(mention =>
                    mention is { Role: MentionRole.Subject or MentionRole.Comparison or MentionRole.Base, Candidates: [{ IsModel: true }] }
                )
                .Select(mention => mention.Candidates[0])
                .Distinct(),
        ];
        return
        [
            .. named
                .Where(subject => !IsTold(context, answer, told, subject))
                // Beside one of its releases a line says no more.
                .Where(subject => !Array.Exists(named, other => other != subject && context.Facts.FamilyOf(other) == subject))
                .Take(MaxCount),
        ];
    }

    // A list or news of what is named leaves out on purpose what does not match.
    private static bool IsOfModels(Answer answer) =>
        answer.Status is AnswerStatus.Answered or AnswerStatus.NoFact or AnswerStatus.UnknownSubject
        && answer.Intent is not (Intent.List or Intent.News or Intent.Timeline);

    private static bool IsTold(AnswerContext context, Answer answer, string told, SubjectView subject) =>
        WithoutVariants(context, answer, told, subject).Contains(subject.Name, StringComparison.OrdinalIgnoreCase)
        || answer.Subjects.Any(other =>
            other == subject || context.Facts.FamilyOf(other) == subject || context.Facts.FamilyOf(subject) == other
        );

    // What is told of Depth Anything V2 Small is not told of the rest, which is under other terms.
    private static string WithoutVariants(AnswerContext context, Answer answer, string told, SubjectView subject) =>
        subject is not Release whole
            ? told
            : context
                .Facts.VariantsOf(whole)
                .Where(variant => answer.Subjects.Contains(variant) && LicenceOf(context, variant) != LicenceOf(context, whole))
                .Aggregate(told, (text, variant) => text.Replace(variant.Name, "", StringComparison.OrdinalIgnoreCase));

    private static Licence? LicenceOf(AnswerContext context, Release release) =>
        context.Facts.LicenceOf(release, Components.Weights, context.Day);

    /// <summary>How open a model is, since when and under which licence; null where the facts do not tell.</summary>
    public static Answer? Describe(AnswerContext context, SubjectView subject) =>
        OpennessAnswers.Create(context, subject) is { Status: AnswerStatus.Answered } state ? state : null;

    /// <summary>That in a sentence.</summary>
    public static string Write(Answer state) => $"{state.Lead} {state.How}".TrimEnd(' ', '.', ':') + ".";
}
