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

        return context.Answer(
            [subject],
            context.Wording["outputs_group", ("name", subject.Name)],
            licences.SelectMany(Said).Concat(judged.SelectMany(pair => pair.Verdict.Because.Take(2)))
        ) with
        {
            Status = licences.Any(licence =>
                Terms(licence).Any() || licence.IsPermissive == true || AsksTraining(context) && TrainingKey(licence) is not null
            )
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
            Notes = AsksTraining(context) ? [] : [OfModels(context, subject)],
        };
    }

    /// <summary>What holds for the model itself: who may sell what it makes may still not run it for money.</summary>
    public static string OfModel(AnswerContext context, Licence licence) =>
        context.Wording["outputs_model", ("what", TermsClaims.Describe(context, licence))];

    private static string OfModels(AnswerContext context, SubjectView subject) =>
        context.Wording[
            "outputs_models",
            ("uses", string.Join("; ", CommercialAnswers.Create(context, subject).Rows.Select(row => $"{row.Label}: {row.Value}")))
        ];

    /// <summary>The same in a few words; null where nothing is known, or the releases have several licences.</summary>
    public static string? Summarize(AnswerContext context, SubjectView subject) =>
        OpennessAnswers.Judge(context, subject).Select(pair => pair.Verdict.Licence).OfType<Licence>().Distinct().ToArray() is [var licence]
        && (Terms(licence).Any() || Bans(licence).Any() || licence.IsPermissive == true)
            ? AsksTraining(context)
                ? DescribeTraining(context, licence)
                : Describe(context, licence)
            : null;

    private static Answer Create(AnswerContext context, SubjectView subject, Licence licence, IEnumerable<Statement> facts)
    {
        if (AsksTraining(context) && Training(context, subject, licence, facts) is { } training)
            return training;
        return AsksOwnership(context) ? Ownership(context, subject, licence, facts) : Uses(context, subject, licence, facts);
    }

    private static Answer Uses(AnswerContext context, SubjectView subject, Licence licence, IEnumerable<Statement> facts)
    {
        var called = ("licence", LicenceFormatter.GetFullName(licence));
        var name = ("name", subject.Name);
        if (licence.TermsOf(Properties.OutputsCommercial) is not { } commercial)
        {
            if (licence.IsPermissive == true)
                return OutputsOfBase.Over(
                    context,
                    subject,
                    licence,
                    context.Answer(
                        [subject],
                        context.Wording["outputs_permissive", name, called],
                        facts.Concat(LicenceFormatter.Statements(licence, licence.Conditions))
                    )
                );

            // What holds for the model is told, and told apart: it is no answer on outputs where it forbids.
            string[] told = [.. Told(context, subject, licence)];
            return context.Answer(
                [subject],
                context.Wording[told.Length > 0 ? "outputs_in_part" : "outputs_silent", name, called],
                Said(licence).Concat(facts).Concat(LicenceFormatter.Statements(licence, licence.Conditions))
            ) with
            {
                Status =
                    told.Length > 0 || licence.Commercial is CommercialUse.Yes or CommercialUse.Conditional
                        ? AnswerStatus.Answered
                        : AnswerStatus.NoFact,
                Rows = [.. told.Select(text => new AnswerRow("", text))],
                Notes = [OfModel(context, licence)],
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
            Notes =
                licence.IsPermissive == true ? []
                : licence.Commercial == CommercialUse.No ? [context.Wording["outputs_model_no", called]]
                : [OfModel(context, licence)],
        };
    }

    // Whose the outputs are and whether they may train a model, where what may be sold is not said.
    private static IEnumerable<string> Told(AnswerContext context, SubjectView subject, Licence licence)
    {
        var (name, called) = (("name", subject.Name), ("licence", LicenceFormatter.GetFullName(licence)));
        if (licence.TermsOf(Properties.OutputsOwnership) is { } ownership)
            yield return context.Wording["outputs_ownership_" + ownership.Value, name, called];
        if (TrainingKey(licence) is { } key)
            yield return context.Wording["outputs_training_" + key + "_told", name, called];
    }

    // What may be done with them is told behind whose they are.
    private static Answer Ownership(AnswerContext context, SubjectView subject, Licence licence, IEnumerable<Statement> facts)
    {
        var (name, called) = (("name", subject.Name), ("licence", LicenceFormatter.GetFullName(licence)));
        if (licence.TermsOf(Properties.OutputsOwnership) is { } ownership)
            return context.Answer(
                [subject],
                context.Wording["outputs_ownership_" + ownership.Value, name, called],
                facts.Prepend(ownership)
            ) with
            {
                Rows = ownership.Qualifier("text") is { } text ? [new AnswerRow("", text)] : [],
            };
        var uses = Uses(context, subject, licence, facts);
        return uses with
        {
            Lead = context.Wording["outputs_ownership_unknown", name],
            Notes = licence.IsPermissive == true ? [OfModel(context, licence)] : uses.Notes,
        };
    }

    // "Who owns them" and "do I own them" ask whose they are; "my own outputs" does not.
    private static bool AsksOwnership(AnswerContext context)
    {
        var tokens = context.Question.Tokens;
        return tokens.Any(token =>
                token.Text is "owns" or "owned" or "owner" or "owners" or "ownership" or "belong" or "belongs" or "copyright"
            )
            || Enumerable
                .Range(1, Math.Max(0, tokens.Length - 1))
                .Any(index => tokens[index].Text == "own" && tokens[index - 1].Text is "i" or "we" or "you" or "they" or "users" or "user");
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

    /// <summary>What a licence says of outputs, in a few words.</summary>
    public static string Describe(AnswerContext context, Licence licence) =>
        licence.TermsOf(Properties.OutputsCommercial) is { } terms
            ? terms.Qualifier("text") ?? context.Wording["claim_outputs_" + terms.Value, ("licence", LicenceFormatter.GetFullName(licence))]
        : licence.IsPermissive == true ? context.Wording["claim_outputs_permissive"]
        : string.Join("; ", Terms(licence).Select(told => told.Qualifier("text")).OfType<string>()) is { Length: > 0 } texts ? texts
        : context.Wording["claim_nothing_known"];

    private static IEnumerable<Statement> Terms(Licence licence) =>
        new[] { Properties.OutputsCommercial, Properties.OutputsOwnership, Properties.OutputsTraining }
            .Select(licence.TermsOf)
            .OfType<Statement>();
}
