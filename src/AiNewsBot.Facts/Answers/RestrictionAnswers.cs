using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a licence restricts, and what it asks besides.</summary>
internal static class RestrictionAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        if (subject is Licence named)
            return LicenceAnswers.Create(context, named, null);
        var published = OpennessAnswers.Judge(context, subject).Where(pair => pair.Verdict.Licence is not null).ToArray();
        var licences = published.Select(pair => pair.Verdict.Licence!).Distinct().ToArray();
        if (licences.Length == 1)
            return ForLicence(context, licences[0], subject.Name, [subject], published[0].Verdict.Because[1]);
        if (licences.Length == 0)
        {
            var judged = OpennessAnswers.Judge(context, subject);
            return judged.Any(pair => pair.Verdict.Kind == VerdictKind.Closed)
                ? context.Answer(
                    [subject],
                    context.Wording["restrictions_closed", ("name", subject.Name)],
                    judged.SelectMany(pair => pair.Verdict.Because)
                )
                : context.Refuse(AnswerStatus.NoFact, context.Wording["licence_unknown", ("name", subject.Name)], [subject]);
        }

        return context.Answer(
            [subject],
            context.Wording["restrictions_group", ("name", subject.Name)],
            published
                .Select(pair => pair.Verdict.Because[1])
                .Concat(licences.SelectMany(licence => licence.Restrictions).Select(condition => condition.Statement))
        ) with
        {
            Rows =
            [
                .. published
                    .GroupBy(pair => pair.Verdict.Licence!)
                    .Select(group => new AnswerRow(
                        $"{context.Names([.. group.Select(pair => pair.Release)])} ({LicenceFormatter.GetFullName(group.Key)})",
                        group.Key.Restrictions.Any()
                            ? LicenceFormatter.Clauses(group.Key.Restrictions)
                            : context.Wording["restrictions_none_short"]
                    )),
            ],
        };
    }

    private static Answer ForLicence(
        AnswerContext context,
        Licence licence,
        string name,
        IEnumerable<SubjectView> subjects,
        params IEnumerable<Statement> facts
    )
    {
        var restrictions = licence.Restrictions.ToArray();
        var asks = licence.Conditions.Except(restrictions).ToArray();
        var called = ("licence", LicenceFormatter.GetFullName(licence));
        var lead = context.Wording[
            restrictions.Length > 0 ? "restrictions_are"
            : asks.Length > 0 ? "restrictions_none"
            : "restrictions_free",
            called,
            ("name", name),
            ("asks", LicenceFormatter.Clauses(asks))
        ];
        return context.Answer(subjects, lead, facts.Concat(LicenceFormatter.Statements(licence, licence.Conditions))) with
        {
            Rows = LicenceFormatter.Rows(restrictions),
            Notes =
                restrictions.Length > 0 && asks.Length > 0
                    ? [context.Wording["restrictions_also", ("asks", LicenceFormatter.Clauses(asks))]]
                    : [],
        };
    }
}
