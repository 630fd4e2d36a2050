using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Under which licence something is, and what a licence is.</summary>
internal static partial class LicenceAnswers
{
    public static Answer Create(AnswerContext context, SubjectView subject, Licence? asked) =>
        subject switch
        {
            Licence licence => About(context, licence),
            Release release => ForRelease(context, release, asked),
            _ => ForGroup(context, subject, asked),
        };

    /// <summary>Under which of several licences something is: "Apache or MIT?"</summary>
    public static Answer Among(AnswerContext context, SubjectView subject, Licence[] asked)
    {
        var used = OpennessAnswers.Judge(context, subject).Select(pair => pair.Verdict.Licence).OfType<Licence>().Distinct().ToArray();
        var answer = Create(
            context,
            subject,
            used is [var only] ? Array.Find(asked, licence => LicenceFormatter.AreAlike(licence, only)) : null
        );
        return used is [{ } other] && !asked.Any(licence => LicenceFormatter.AreAlike(licence, other))
            ? answer with
            {
                Lead = context.Wording["licence_none_of", ("name", subject.Name), ("licence", LicenceFormatter.GetFullName(other))],
            }
            : answer;
    }

    /// <summary>What several licences are, side by side.</summary>
    public static Answer Compare(AnswerContext context, Licence[] licences) =>
        context.Answer(
            licences,
            context.Wording["licences_compared", ("licences", context.Wording.Join([.. licences.Select(LicenceFormatter.GetShortName)]))],
            licences.SelectMany(licence =>
                LicenceFormatter.Statements(licence, licence.Conditions).Concat(licence.All(Properties.OsiApproved))
            )
        ) with
        {
            Rows =
            [
                .. licences.Select(licence => new AnswerRow(
                    LicenceFormatter.GetFullName(licence),
                    context.Wording[
                        "licence_row",
                        ("osi", context.Wording[licence.OsiApproved ? "osi_yes" : "osi_no"]),
                        ("commercial", context.Wording["commercial_" + licence.Commercial.ToString().ToLowerInvariant()]),
                        (
                            "restrictions",
                            licence.Conditions.IsEmpty
                                ? context.Wording["restrictions_none_short"]
                                : LicenceFormatter.Clauses(licence.Conditions)
                        )
                    ]
                )),
            ],
        };

    // "The model card says MIT": what is written of a model says under what it is, and is not asked about itself. The licence of "the
    // checkpoints" is that of the weights.
    private static string Asked(Question question) =>
        question.Component is { } component && !ComponentAnswers.Writings.Contains(component) && component != Components.IntermediateWeights
            ? component
            : Components.Weights;

    private static Answer ForRelease(AnswerContext context, Release release, Licence? asked)
    {
        var wording = context.Wording;
        var name = ("name", release.Name);
        var component = Asked(context.Question);
        var weights = release.Component(Components.Weights, context.Day);
        if (component == Components.Weights && weights.Availability == Availability.Unavailable)
            return context.Answer([release], wording["licence_closed", name], [weights.Because!]);
        var effectiveStatement = release.GetLicence(component, context.Day);
        if (effectiveStatement.Statement is null || context.Facts.Licence(effectiveStatement.Statement.Value) is not { } licence)
            return Components.IsData(component)
                ? DataAnswers.Unlicensed(context, release, component)
                : context.Refuse(AnswerStatus.NoFact, wording["licence_unknown", name], [release]) with
                {
                    Notes = [.. LicenceCandidates.Notes(context, release, component)],
                    Facts = [.. LicenceCandidates.Find(context, release, component)],
                };
        var called = ("licence", LicenceFormatter.GetFullName(licence));
        var lead =
            asked is not null && !LicenceFormatter.AreAlike(asked, licence)
                ? wording[
                    "licence_not_that",
                    name,
                    called,
                    ("asked", Elsewhere(context, release, asked) ?? LicenceFormatter.GetShortName(asked))
                ]
            : asked is not null ? wording[AskedYes.IsOfOpposite(context.Question.Tokens) ? "licence_is" : "licence_yes_that", name, called]
            : component != Components.Weights ? wording["licence_of_component", name, called, ("component", wording.Label(component))]
            : context.AsOf is not null ? wording["licence_was", name, called, ("day", AnswerContext.Write(context.Day))]
            : wording["licence_is", name, called];
        return context.Answer(
            [release],
            lead,
            new[] { effectiveStatement.Statement }.Concat(LicenceFormatter.Statements(licence, licence.Conditions))
        ) with
        {
            Notes =
            [
                Facts(context, licence),
                .. Restrictions(context, licence),
                .. Others(context, release, licence),
                .. History(context, release, effectiveStatement.Statement),
            ],
        };
    }

    // "PixArt is AGPL": its weights are not, but its code was, until a day.
    private static string? Elsewhere(AnswerContext context, Release release, Licence asked)
    {
        var name = ("licence", LicenceFormatter.GetShortName(asked));
        if (Held(Components.Weights) is { } before)
            return context.Wording["licence_that_until", name, ("date", before.ValidTo!.Value.Text)];
        return Array.Find([Components.InferenceCode, Components.TrainingCode], slug => Held(slug) is not null) is { } code
            ? context.Wording[
                Held(code)!.ValidTo is null ? "licence_that_of" : "licence_that_of_until",
                name,
                ("component", context.Wording.Label(code)),
                ("date", Held(code)!.ValidTo?.Text ?? "")
            ]
            : null;

        Statement? Held(string component) =>
            release
                .All(component == Components.Weights ? Properties.Licence : Properties.LicenceOf(component))
                .LastOrDefault(statement =>
                    (component != Components.Weights || statement.ValidTo?.Earliest <= context.Day)
                    && context.Facts.Licence(statement.Value) is { } held
                    && LicenceFormatter.AreAlike(asked, held)
                );
    }

    private static Answer ForGroup(AnswerContext context, SubjectView group, Licence? asked)
    {
        if (Asked(context.Question) is var component and not Components.Weights)
            return ForComponent(context, group, component);
        var rows = new List<(Release Release, Statement? Statement, Licence? Licence, VerdictKind Kind)>();
        foreach (var (release, verdict) in OpennessAnswers.Judge(context, group))
        {
            var statement = verdict.Licence is null ? null : release.GetLicence(Components.Weights, context.Day).Statement;
            rows.Add((release, statement, verdict.Licence, verdict.Kind));
        }

        if (rows.TrueForAll(row => row.Licence is null))
        {
            var judged = OpennessAnswers.Judge(context, group);
            return judged.All(pair => pair.Verdict.Kind != VerdictKind.Closed) || judged.Any(pair => pair.Verdict.Weights.IsPublished())
                ? context.Refuse(AnswerStatus.NoFact, context.Wording["licence_unknown", ("name", group.Name)], [group])
                : context.Answer(
                    [group],
                    context.Wording["licence_closed", ("name", group.Name)],
                    judged.SelectMany(pair => pair.Verdict.Because)
                );
        }

        var used = rows.Select(row => row.Licence).OfType<Licence>().Distinct().ToArray();
        var name = ("name", group.Name);
        var lead =
            used.Length == 1 && rows.TrueForAll(row => row.Licence is not null)
                ? context.Wording[
                    asked is null ? "licence_is"
                    : LicenceFormatter.AreAlike(asked, used[0])
                        ? AskedYes.IsOfOpposite(context.Question.Tokens) ? "licence_is"
                            : "licence_yes_that"
                    : "licence_not_that",
                    name,
                    ("licence", LicenceFormatter.GetFullName(used[0])),
                    ("asked", asked is null ? "" : LicenceFormatter.GetShortName(asked))
                ]
                : context.Wording["licence_group", name];
        return context.Answer([group], lead, rows.Select(row => row.Statement).OfType<Statement>()) with
        {
            Notes = used.Length > 1 ? [Approved(context, used)] : [],
            Rows =
            [
                .. rows.GroupBy(row => row.Licence)
                    .Select(same => new AnswerRow(
                        context.Names([.. same.Select(row => row.Release)]),
                        same.Key is { } licence
                            ? LicenceFormatter.GetFullName(licence)
                            : context.Wording.Name(VerdictRules.Combine(same.Select(row => row.Kind))),
                        VerdictRules.Combine(same.Select(row => row.Kind))
                    )),
            ],
        };
    }

    private static Answer ForComponent(AnswerContext context, SubjectView group, string component)
    {
        var name = ("name", $"{context.Wording.Label(component)}, {group.Name}");
        var rows = context
            .Facts.ReleasesOf(group)
            .Where(release => release.Component(component, context.Day).Availability.IsPublished())
            .Select(release =>
                (
                    Release: release,
                    release.GetLicence(component, context.Day).Statement,
                    Licence: context.Facts.LicenceOf(release, component, context.Day)
                )
            )
            .Where(row => row.Licence is not null)
            .ToArray();
        return rows.Length == 0
            ? Components.IsData(component)
                ? DataAnswers.Unlicensed(context, group, component)
                : context.Refuse(AnswerStatus.NoFact, context.Wording["licence_unknown", name], [group])
            : context.Answer([group], context.Wording["licence_group", name], rows.Select(row => row.Statement!)) with
            {
                Rows =
                [
                    .. rows.GroupBy(row => row.Licence!)
                        .Select(same => new AnswerRow(
                            context.Names([.. same.Select(row => row.Release)]),
                            LicenceFormatter.GetFullName(same.Key)
                        )),
                ],
            };
    }

    private static string Approved(AnswerContext context, Licence[] licences)
    {
        var approved = licences.Where(licence => licence.OsiApproved).Select(LicenceFormatter.GetShortName).ToArray();
        return context.Wording[approved.Length == 0 ? "osi_none_of" : "osi_of", ("licences", context.Wording.Join(approved))];
    }

    private static Answer About(AnswerContext context, Licence licence)
    {
        var about = context.Wording[
            "licence_about",
            ("name", LicenceFormatter.GetFullName(licence)),
            ("about", licence.Subject.About ?? Facts(context, licence))
        ];

        // "The weights are CC-BY-NC: does that still count as open source?"
        var isOpennessAsked = context.Question.Phrases.Exists(hit => hit is { Group: "terms", Value: "open-source" or "free-software" });
        return context.Answer(
            [licence],
            isOpennessAsked
                ? context.Wording[
                    licence.OsiApproved ? "licence_open_yes" : "licence_open_no",
                    ("name", LicenceFormatter.GetFullName(licence))
                ]
                : about,
            LicenceFormatter.Statements(licence, licence.Conditions).Concat(licence.All(Properties.OsiApproved))
        ) with
        {
            Rows =
            [
                .. licence.Conditions.Select(condition => new AnswerRow(LicenceFormatter.GetKind(context, condition), condition.Text)
                {
                    IsLocal = condition.Statement.IsLocal,
                }),
            ],
            Notes = isOpennessAsked ? [about, Facts(context, licence)] : [Facts(context, licence)],
        };
    }
}
