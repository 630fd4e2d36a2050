using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;

namespace AiNewsBot.Facts.Answers;

/// <summary>Yes or no to whether two models are under the same licence: "is Grok-2 under the same licence as Grok-1".</summary>
internal static class SameTermsAnswers
{
    // "The same kind of open licence".
    private const int MaxDistance = 4;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The answer; null where that is not asked, or cannot be told of the two.</summary>
    public static Answer? Create(AnswerContext context)
    {
        var question = context.Question;
        if (
            !context.IsEnglish
            || question.Intent is not (Intent.Licence or Intent.Compare or Intent.CommercialUse or Intent.Restrictions or Intent.Openness)
            || !IsAsked(question)
            || Named(question) is not [var first, var second]
            || LicenceOf(context, first) is not { } licence
            || LicenceOf(context, second) is not { } other
        )
            return null;
        var isSame = licence == other;
        Licence[] licences = isSame ? [licence] : [licence, other];
        return context.Answer(
            [first, second],
            context.Wording[
                isSame ? "same_terms_yes" : "same_terms_no",
                ("names", context.Wording.Join([first.Name, second.Name])),
                ("first", first.Name),
                ("second", second.Name),
                ("licence", LicenceFormatter.GetFullName(licence)),
                ("other", LicenceFormatter.GetFullName(other))
            ],
            Held(context, first)
                .Concat(Held(context, second))
                .Concat(licences.SelectMany(one => LicenceFormatter.Statements(one, one.Conditions)))
        ) with
        {
            Intent = Intent.Licence,
            IsDecided = true,
            Notes = [.. licences.Where(one => one.IsPermissive == false).Select(one => TermsClaims.Sentence(context, one))],
        };
    }

    // "Same licence", "the same terms", "under the same as".
    private static bool IsAsked(Question question)
    {
        var tokens = question.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                tokens[i].Text is "same" or "identical"
                && Enumerable
                    .Range(i + 1, Math.Max(0, Math.Min(MaxDistance, tokens.Length - i - 1)))
                    .TakeWhile(at => tokens[at].Clause == tokens[i].Clause)
                    .Any(at => Words.Is("licences", tokens[at].Text))
            )
                return true;
        }

        return false;
    }

    private static SubjectView[] Named(Question question) =>
        [
            .. question
                .Mentions.Where(mention =>
                    mention is { Role: not (MentionRole.Base or MentionRole.None or MentionRole.Event), Candidates: [{ IsModel: true }] }
                )
                .Select(mention => mention.Candidates[0])
                .Distinct(),
        ];

    // Of a line under several licences it is told of each.
    private static Licence? LicenceOf(AnswerContext context, SubjectView subject) =>
        OpennessAnswers.Judge(context, subject).Select(pair => pair.Verdict.Licence).Distinct().ToArray() is [var only] ? only : null;

    private static IEnumerable<Statement> Held(AnswerContext context, SubjectView subject) =>
        OpennessAnswers
            .Judge(context, subject)
            .Select(pair => pair.Release.GetLicence(Components.Weights, context.Day).Statement)
            .OfType<Statement>();
}
