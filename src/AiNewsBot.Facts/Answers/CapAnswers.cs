using System.Globalization;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>A number of users or a revenue that a question names, held against the cap of the licence.</summary>
internal static class CapAnswers
{
    private const long Million = 1_000_000;
    private const int MaxWordsBefore = 3;

    /// <summary>The answer that begins with it; null where no number is named, or the licence has no cap on it.</summary>
    public static Answer? Over(AnswerContext context, Answer answer)
    {
        var tokens = context.Question.Tokens;
        if (
            answer
                is not {
                    Status: AnswerStatus.Answered,
                    Intent: Intent.CommercialUse or Intent.Restrictions or Intent.Licence,
                    Subjects: [var subject, ..]
                }
            || Amounts.Read(tokens, 0, tokens.Length, index => context.Question.Links.Any(link => link.Start <= index && index < link.End))
                is not { } amount
        )
            return null;
        var licences = subject is Licence own
            ? [own]
            : OpennessAnswers
                .Judge(context, subject)
                .Where(pair => pair.Verdict.Kind != VerdictKind.Closed)
                .Select(pair => pair.Verdict.Licence)
                .Distinct()
                .ToArray();
        if (
            licences is not [{ } licence]
            || licence.Commercial == CommercialUse.No
            || licence.Conditions.FirstOrDefault(condition =>
                condition.Limit is not null && condition.Kind == (amount.IsMoney ? "revenue-cap" : "user-cap")
            )
                is not { } cap
        )
            return null;
        // The very number of the licence is that of the clause asked about, unless it is said to be exceeded.
        var exceeds = PropositionWords.Shipped.Has("exceeding", tokens, amount.At - MaxWordsBefore, amount.At);
        if (amount.Value == cap.Limit && !exceeds)
            return null;
        var isAbove = amount.Value >= cap.Limit;
        var steward = licence.Subject.Details.GetValueOrDefault(DetailNames.Steward) is { } id ? context.Facts.Find(id)?.Name ?? id : null;
        var key = isAbove
            ? steward is null
                ? "cap_above_other"
                : "cap_above"
            : "cap_below";
        var lead = context.Wording[
            key,
            ("licence", LicenceFormatter.GetFullName(licence)),
            ("name", subject.Name),
            ("steward", steward ?? ""),
            ("limit", Write(context, cap.Limit!.Value)),
            ("what", context.Wording[amount.IsMoney ? "cap_revenue" : "cap_users"])
        ];
        return answer with
        {
            Lead = lead,
            How = null,
            Rows = LicenceFormatter.Rows(licence.Restrictions),
            Notes = answer.Notes.Remove(OutputAnswers.OfModel(context, licence)),
            Facts = [.. answer.Facts.Append(cap.Statement).Distinct()],
        };
    }

    // Other languages group and name large numbers each in their own way: digits with spaces are read in all of them.
    private static string Write(AnswerContext context, long number) =>
        !context.IsEnglish ? number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ')
        : number % Million == 0 ? string.Create(CultureInfo.InvariantCulture, $"{number / Million} million")
        : number.ToString("N0", CultureInfo.InvariantCulture);
}
