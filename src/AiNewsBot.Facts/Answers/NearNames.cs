using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;

namespace AiNewsBot.Facts.Answers;

/// <summary>What is known of the model whose whole name an unknown one holds: of HunyuanVideo beside HunyuanVideo-Avatar. It is told as of
/// that model, for the other may be under other terms.</summary>
internal static class NearNames
{
    private const int MaxCount = 2;

    /// <summary>That the names are not known, what they hold, and what is known of that; null where they hold none, or where what is asked
    /// is no matter of terms: when a model came out, what is public of it and who made it is not told by another.</summary>
    public static Answer? Tell(AnswerContext context, string names, IEnumerable<Mention> asked)
    {
        SubjectView[] held = [.. asked.SelectMany(mention => mention.Held).Distinct().Take(MaxCount)];
        return Tell(context, context.Wording["subject_unknown_near", ("name", names), ("near", Join(context, held))], names, held);
    }

    /// <summary>The same behind a refusal.</summary>
    public static Answer? Tell(AnswerContext context, string refusal, string names, SubjectView[] held)
    {
        ImmutableArray<Aspect> aspects = [.. context.Question.Aspects.Where(IsOfTerms)];

        // "May I use it commercially" of a name alone is read as a list, too.
        if (aspects.IsEmpty && context.Question.AsksCommercialUse)
            aspects = [Aspect.CommercialUse];
        if (held.Length == 0 || aspects.IsEmpty)
            return null;
        if (aspects.RemoveAll(aspect => aspect is Aspect.Openness or Aspect.Overview) is { IsEmpty: false } terms)
            aspects = terms;
        Answer[] told = [.. held.Select(known => One(context, aspects, known))];
        if (!Array.Exists(told, answer => answer.Status == AnswerStatus.Answered))
            return null;
        var differs = context.Wording["near_differs", ("near", Join(context, held)), ("name", names)];

        // "It is a merge under the Gemma licence" asks of that as well.
        var text = string.Join('\n', told.Select(answer => answer.Text));
        Licence[] others =
        [
            .. context.Question.Licences.Where(licence =>
                licence.Commercial != CommercialUse.Unknown
                && !text.Contains(LicenceFormatter.GetFullName(licence), StringComparison.Ordinal)
            ),
        ];
        return told[0] with
        {
            Status = AnswerStatus.UnknownSubject,
            Intent = context.Question.Intent,
            Verdict = null,
            Definitions = [],
            Subjects = [],
            Choices = [.. held],
            Lead = told is [var only]
                ? $"{refusal} {context.Wording["near_told", ("near", held[0].Name), ("answer", Said(only))]}"
                : refusal,
            How = null,
            IsListOfParts = told.Length > 1,
            Rows = told is [{ Rows: var rows }] ? rows : [.. held.Zip(told, (known, answer) => AspectAnswers.Row(known.Name, answer))],
            Notes = [differs, .. others.Select(licence => TermsClaims.Sentence(context, licence))],
            Facts =
            [
                .. told.SelectMany(answer => answer.Facts)
                    .Concat(others.SelectMany(licence => LicenceFormatter.Statements(licence, [.. licence.Restrictions])))
                    .Distinct(),
            ],
        };
    }

    private static string Said(Answer answer) => answer.How is { } how ? $"{answer.Lead} {how}" : answer.Lead;

    private static string Join(AnswerContext context, SubjectView[] held) => context.Wording.Join([.. held.Select(view => view.Name)]);

    private static bool IsOfTerms(Aspect aspect) =>
        aspect
            is Aspect.Licence
                or Aspect.CommercialUse
                or Aspect.Outputs
                or Aspect.Restrictions
                or Aspect.Territory
                or Aspect.Openness
                or Aspect.Overview;

    // Neither yes nor no: what was asked was asked of another.
    private static Answer One(AnswerContext context, ImmutableArray<Aspect> aspects, SubjectView known)
    {
        aspects = [.. aspects.Select(aspect => aspect == Aspect.Overview ? Aspect.Licence : aspect)];
        var asking = context with
        {
            AsOf = null,
            Question = context.Question with
            {
                Aspects = aspects,
                Intent = aspects[0].ToIntent(),
                Component = null,
                Components = [],
                Links = [],
                Propositions = [],
                IsClaim = true,
            },
        };
        return aspects is [Aspect.Licence or Aspect.CommercialUse] && GroupTerms.Tell(asking, known) is { } differing
            ? differing
            : AspectAnswers.Create(asking, [known], null);
    }
}
