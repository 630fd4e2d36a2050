using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;

namespace AiNewsBot.Facts.Answers;

/// <summary>The answers to the parts of a question, one after another in the order asked.</summary>
internal static class JoinedAnswers
{
    /// <summary>One answer of all; null where a part has to be asked back, or none is known.</summary>
    public static Answer? Create(AnswerContext context, IEnumerable<(Question Question, Answer Answer)> told)
    {
        (Question Question, Answer Answer)[] parts = [.. told];
        if (
            parts.Any(part => part.Answer.Status is AnswerStatus.Ambiguous or AnswerStatus.OutOfScope)
            || parts.All(part => part.Answer.Status == AnswerStatus.UnknownSubject)
        )
            return null;
        var subjects = parts.SelectMany(part => part.Answer.Subjects).Distinct().ToImmutableArray();
        var named = parts.SelectMany(part => Names(part.Question)).Distinct().ToArray();
        var first = parts[0].Answer;
        var open = parts.Where(part => part.Answer.Intent == Intent.Openness).Select(part => part.Answer).ToArray();
        return context.Answer(
            subjects,
            named is [var only] ? context.Wording["parts_of", ("name", only)] : context.Wording["parts"],
            parts.SelectMany(part => part.Answer.Facts)
        ) with
        {
            Status =
                parts.Any(part => part.Answer.Status == AnswerStatus.Answered) ? AnswerStatus.Answered
                : parts.Any(part => part.Answer.Status == AnswerStatus.NoFact) ? AnswerStatus.NoFact
                : first.Status,
            Intent = first.Intent,
            Component = first.Component,
            AsOf = parts.Select(part => part.Answer.AsOf).Distinct().ToArray() is [var day] ? day : null,
            Verdict = open is [var judged] && first == judged ? judged.Verdict : null,
            Definitions = open is [var defined] && first == defined ? defined.Definitions : [],
            Proposition = Join([.. parts.Select(part => part.Answer.Proposition).OfType<AnsweredProposition>()]),
            Rows = WithoutRepeats([.. parts.SelectMany(part => Rows(context, part.Question, part.Answer, named.Length == 1))]),
            Notes = [.. parts.SelectMany(part => part.Answer.IsListOfParts ? part.Answer.Notes : []).Distinct()],
        };
    }

    // What is judged of a model is not told once more, and what is told of it is told once.
    private static ImmutableArray<AnswerRow> WithoutRepeats(ImmutableArray<AnswerRow> rows) =>
        [
            .. rows.Where(
                (row, index) =>
                    row.Matter is null
                    || row.IsClaim
                    || !rows.Where((other, at) => other.Matter == row.Matter && (other.IsClaim || at < index)).Any()
            ),
        ];

    private static IEnumerable<string> Names(Question question) =>
        (
            question.Mentions.Any(mention => mention.IsUnknown)
                ? question.Mentions.Where(mention => mention.Role != MentionRole.Terms).Select(mention => mention.Typed)
                : question.Links.Where(link => link.Subject is not Licence).Select(link => link.Subject.Name)
        ).Distinct(StringComparer.OrdinalIgnoreCase);

    private static AnsweredProposition? Join(AnsweredProposition[] said) =>
        said.Length == 0
            ? null
            : new AnsweredProposition(
                string.Join("; ", said.Select(one => one.Text)),
                said.Any(one => one.Holds == false) ? false
                    : said.All(one => one.Holds == true) ? true
                    : null
            );

    private static ImmutableArray<AnswerRow> Rows(AnswerContext context, Question question, Answer answer, bool isOne)
    {
        if (answer.IsListOfParts)
            return answer.Rows;
        var what = string.Join(
            ", ",
            question.Aspects.Select(aspect =>
                aspect == Aspect.Component && question.Component is { } component
                    ? context.Wording.Label(component)
                    : AspectAnswers.Label(context, aspect)
            )
        );
        var told = answer.Rows.IsEmpty
            ? ""
            : " " + string.Join("; ", answer.Rows.Select(row => row.Label.Length == 0 ? row.Value : $"{row.Label}: {row.Value}"));
        var name = string.Join(", ", Names(question));
        return
        [
            new AnswerRow(
                answer.Judged ?? (isOne || name.Length == 0 ? what : $"{name}, {what}"),
                $"{answer.Lead}{(answer.How is null ? "" : $" {answer.How}")}{told}",
                answer.Verdict
            )
            {
                Matter =
                    answer.Judged is null && question.Aspects is [var aspect and not Aspect.Component] && answer.Subjects is [var subject]
                        ? (subject, aspect)
                        : null,
            },
        ];
    }
}
