using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>Why a licence asks something, or changed: the reason that a source gives, or that none is given.</summary>
internal static class ReasonNotes
{
    /// <summary>The reasons that sources give; none where the question does not ask why.</summary>
    public static IEnumerable<string> For(AnswerContext context, Answer answer) =>
        IsAskedFor(context, answer) ? answer.Facts.Where(fact => IsMeant(context, fact)).Select(Format).OfType<string>().Distinct() : [];

    /// <summary>That no reason is given, which is told last; null where one is, or the question does not ask why.</summary>
    public static string? Missing(AnswerContext context, Answer answer) =>
        IsAskedFor(context, answer) && !For(context, answer).Any() ? context.Wording["why_none"] : null;

    private static bool IsAskedFor(AnswerContext context, Answer answer) =>
        answer
            is { Status: AnswerStatus.Answered, Intent: Intent.Licence or Intent.CommercialUse or Intent.Restrictions or Intent.Timeline }
        && context.Question.Tokens.Any(token => token.Text is "why" or "reason" or "reasons");

    // Why a place is left out is another question than why users are counted.
    private static bool IsMeant(AnswerContext context, Statement fact) =>
        fact.Property switch
        {
            Properties.Condition => !context.Question.Aspects.Contains(Aspect.Territory) || fact.Value == "territory",
            Properties.Event => true,
            _ => false,
        };

    private static string? Format(Statement fact) =>
        fact.Qualifier(Qualifiers.Why) is not { } why ? null
        : fact.Sources.FirstOrDefault(source => source.Url == fact.Qualifier(Qualifiers.WhySource)) is { } source
            ? $"{why.TrimEnd('.')} ({source.Publisher})."
        : why;
}
