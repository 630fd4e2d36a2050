using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Answers;

/// <summary>What may be done with what a model makes, by the licence of its weights: never by what holds for the model itself.</summary>
internal static class OutputAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject)
    {
        if (subject is Licence named)
            return Create(context, subject, named, []);
        var judged = OpennessAnswers.Judge(context, subject);
        var licences = judged.Select(pair => pair.Verdict.Licence).OfType<Licence>().Distinct().ToArray();
        if (licences.Length == 1)
            return Create(context, subject, licences[0], judged.SelectMany(pair => pair.Verdict.Because.Take(2)));
        if (licences.Length == 0)
        {
            return judged.Any(pair => pair.Verdict.Kind == AiNewsBot.Facts.Verdicts.VerdictKind.Closed)
                ? context.Answer(
                    [subject],
                    context.Wording["outputs_closed", ("name", subject.Name)],
                    judged.SelectMany(pair => pair.Verdict.Because)
                )
                : context.Refuse(AnswerStatus.NoFact, context.Wording["outputs_unknown", ("name", subject.Name)], [subject]);
        }

        return context.Answer([subject], context.Wording["outputs_group", ("name", subject.Name)], licences.SelectMany(Said)) with
        {
            Status = licences.Any(licence => Terms(licence).Any() || AsksTraining(context) && TrainingKey(licence) is not null)
                ? AnswerStatus.Answered
                : AnswerStatus.NoFact,
            Rows =
            [
                .. judged
                    .Where(pair => pair.Verdict.Licence is not null)
                    .GroupBy(pair => pair.Verdict.Licence!)
                    .Select(group => new AnswerRow(
                        $"{context.Names([.. group.Select(pair => pair.Release)])} ({LicenceFormatter.GetShortName(group.Key)})",
                        AsksTraining(context) ? DescribeTraining(context, group.Key) : Describe(context, group.Key)
                    )),
            ],
        };
    }

    private static Answer Create(AnswerContext context, SubjectView subject, Licence licence, IEnumerable<Statement> facts)
    {
        var called = ("licence", LicenceFormatter.GetFullName(licence));
        var name = ("name", subject.Name);
        if (AsksTraining(context) && Training(context, subject, licence, facts) is { } training)
            return training;
        if (licence.TermsOf(Properties.OutputsCommercial) is not { } commercial)
        {
            if (licence.IsPermissive == true)
                return context.Answer(
                    [subject],
                    context.Wording["outputs_permissive", name, called],
                    facts.Concat(LicenceFormatter.Statements(licence, licence.Conditions))
                );

            // What holds for the model is told, and told apart: it is no answer on outputs where it forbids.
            return context.Answer(
                [subject],
                context.Wording["outputs_unknown", name, called],
                facts.Concat(LicenceFormatter.Statements(licence, licence.Conditions))
            ) with
            {
                Status = licence.Commercial is CommercialUse.Yes or CommercialUse.Conditional ? AnswerStatus.Answered : AnswerStatus.NoFact,
                Notes =
                [
                    .. TrainingKey(licence) is { } key ? [context.Wording["outputs_training_" + key, name, called]] : Array.Empty<string>(),
                    context.Wording["outputs_model", ("what", TermsClaims.Describe(context, licence))],
                ],
            };
        }

        return context.Answer([subject], context.Wording["outputs_" + commercial.Value, name, called], Terms(licence).Concat(facts)) with
        {
            Rows =
            [
                .. Terms(licence)
                    .Select(terms => terms.Qualifier("text"))
                    .OfType<string>()
                    .Distinct()
                    .Select(text => new AnswerRow("", text)),
            ],
        };
    }

    // Many licences forbid to train with outputs in the condition that forbids to train with the model.
    private static Answer? Training(AnswerContext context, SubjectView subject, Licence licence, IEnumerable<Statement> facts)
    {
        var bans = Bans(licence).ToArray();
        var terms = licence.TermsOf(Properties.OutputsTraining);
        return TrainingKey(licence) is not { } key
            ? null
            : context.Answer(
                [subject],
                context.Wording[
                    "outputs_training_" + key + (AskedYes.IsOfOpposite(context.Question.Tokens) ? "_told" : ""),
                    ("name", subject.Name),
                    ("licence", LicenceFormatter.GetFullName(licence))
                ],
                bans.Select(ban => ban.Statement)
                    .Concat(terms is null ? [] : [terms])
                    .Concat(LicenceFormatter.Statements(licence, [.. licence.Restrictions]))
                    .Concat(facts)
            ) with
            {
                Rows =
                [
                    .. bans.Select(ban => ban.Text)
                        .Concat(terms?.Qualifier("text") is { } text ? [text] : [])
                        .Distinct()
                        .Select(text => new AnswerRow("", text)),
                ],
            };
    }

    private static string? TrainingKey(Licence licence) =>
        licence.TermsOf(Properties.OutputsTraining)?.Value
        ?? (
            Bans(licence).Any() ? "no"
            : licence.IsPermissive == true ? "yes"
            : null
        );

    private static string DescribeTraining(AnswerContext context, Licence licence) =>
        TrainingKey(licence) is { } key
            ? string.Join("; ", Bans(licence).Select(ban => ban.Text).Prepend(context.Wording["outputs_training_short_" + key]))
            : context.Wording["claim_nothing_known"];

    private static IEnumerable<Condition> Bans(Licence licence) => licence.Conditions.Where(condition => condition.Kind == "no-training");

    private static IEnumerable<Statement> Said(Licence licence) => Terms(licence).Concat(Bans(licence).Select(ban => ban.Statement));

    private static bool AsksTraining(AnswerContext context) =>
        context.Question.Tokens.Any(token =>
            token.Text.StartsWith("train", StringComparison.Ordinal)
            || token.Text.StartsWith("distil", StringComparison.Ordinal)
            || token.Text is "improve" or "finetune"
        );

    private static string Describe(AnswerContext context, Licence licence) =>
        licence.TermsOf(Properties.OutputsCommercial) is { } terms
            ? terms.Qualifier("text") ?? context.Wording["claim_outputs_" + terms.Value, ("licence", LicenceFormatter.GetFullName(licence))]
            : context.Wording[licence.IsPermissive == true ? "claim_outputs_permissive" : "claim_nothing_known"];

    private static IEnumerable<Statement> Terms(Licence licence) =>
        new[] { Properties.OutputsCommercial, Properties.OutputsOwnership, Properties.OutputsTraining }
            .Select(licence.TermsOf)
            .OfType<Statement>();
}
