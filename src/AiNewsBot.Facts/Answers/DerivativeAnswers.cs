using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>What a licence asks of what is built on the model: finetunes, merges, distillations.</summary>
internal static class DerivativeAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        if (subject is Licence own)
            return context.Answer([own], Describe(context, own, own.Name), Terms(own));
        var judged = OpennessAnswers.Judge(context, subject).Where(pair => pair.Verdict.Licence is not null).ToArray();
        if (judged.Length == 0)
            return RestrictionAnswers.Create(context, subject);
        var licences = judged.GroupBy(pair => pair.Verdict.Licence!).ToArray();
        var facts = judged.SelectMany(pair => pair.Verdict.Because.Take(2)).Concat(licences.SelectMany(group => Terms(group.Key)));
        return licences is [var only]
            ? context.Answer([subject], Describe(context, only.Key, subject.Name), facts)
            : context.Answer([subject], context.Wording["derivatives_group", ("name", subject.Name)], facts) with
            {
                Rows =
                [
                    .. licences.Select(group =>
                    {
                        var names = context.Names([.. group.Select(pair => pair.Release)]);
                        return new AnswerRow(names, Describe(context, group.Key, names));
                    }),
                ],
            };
    }

    /// <summary>What binds what is built on it, in the words of the dataset.</summary>
    public static string GetText(Licence licence) =>
        licence.TermsOf(Properties.Derivatives) is { } terms ? terms.Qualifier("text") ?? "" : LicenceFormatter.Clauses(licence.PassedOn);

    private static string Describe(AnswerContext context, Licence licence, string name)
    {
        var (called, of) = (("licence", LicenceFormatter.GetFullName(licence)), ("name", name));
        return licence.BindsDerivatives switch
        {
            true => context.Wording["derivatives_bound", called, of, ("text", GetText(licence))],
            false => context.Wording[
                licence.Conditions.IsEmpty ? "derivatives_free_plain" : "derivatives_free",
                called,
                of,
                ("asks", LicenceFormatter.Clauses(licence.Conditions))
            ],
            null => context.Wording["derivatives_unknown", called, of],
        };
    }

    private static IEnumerable<Statement> Terms(Licence licence) =>
        licence.TermsOf(Properties.Derivatives) is { } terms ? [terms] : licence.PassedOn.Select(condition => condition.Statement);
}
