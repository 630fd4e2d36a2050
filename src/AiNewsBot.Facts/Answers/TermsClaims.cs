using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on what a licence allows: commercial use of the model or its outputs, conditions, no restriction at all.</summary>
internal static class TermsClaims
{
    private const string NoTraining = "no-training";

    /// <summary>What the facts say; null where the release did not exist then.</summary>
    public static ClaimFinding? Create(AnswerContext context, Release release, Assertion says)
    {
        if (says.Time is not (TimeScope.AtRelease or TimeScope.Ever))
            return Create(context, release, says, says.Date?.Day ?? context.Day);

        // "Yi asked for registration at first" is so where it was so once.
        var days = ClaimDays.Create(context, release, says, Properties.Licence, Properties.LicenceOf(Components.Weights));
        var findings = days.Select(day => Create(context, release, says, day)).OfType<ClaimFinding>().ToArray();
        return says.Time == TimeScope.AtRelease
            ? findings.FirstOrDefault()
            : Array.Find(findings, finding => finding.Judgement == ClaimJudgement.Agrees) ?? findings.LastOrDefault();
    }

    private static ClaimFinding? Create(AnswerContext context, Release release, Assertion says, DateOnly day)
    {
        if (context.Facts.Judge(release, day) is not { } verdict)
            return null;
        if (verdict.Kind == VerdictKind.Closed)
            return new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_service"], verdict.Because);
        if (says.Condition == Condition.Registration && Weights(context, release, day) is { } weights)
            return weights;
        if (
            says.Aspect == Aspect.CommercialUse
            && verdict.Licence is { Commercial: not CommercialUse.Unknown } own
            && BaseTerms.FindBarring(context, release, own) is { } barring
        )
            return new ClaimFinding(
                ClaimJudgement.Disagrees,
                context.Wording[
                    "claim_commercial_base",
                    ("own", Describe(context, own)),
                    ("base", barring.Base.Name),
                    ("licence", LicenceFormatter.GetFullName(barring.Licence))
                ],
                [.. verdict.Because.Take(2), barring.Fact, .. Statements(own)]
            );
        if (verdict.Licence is { } spared && IsSpared(spared, release, says))
            return new ClaimFinding(
                ClaimJudgement.Disagrees,
                context.Wording[
                    "claim_condition",
                    ("licence", LicenceFormatter.GetFullName(spared)),
                    ("conditions", Conditions(spared, says))
                ],
                [.. verdict.Because.Take(2), .. Statements(spared)]
            );
        return verdict.Licence is { } licence
            ? ForLicence(context, licence, says) is var finding
                ? finding with
                {
                    Facts = [.. verdict.Because.Take(2), .. finding.Facts],
                }
                : null
            : new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_licence_unknown"], []);
    }

    // What a licence asks of its multimodal models it doesn't ask of those of text.
    private static bool IsSpared(Licence licence, Release release, Assertion says) =>
        says.Condition is { } kind
        && licence.Conditions.Where(condition => IsOf(condition, kind)).ToArray() is { Length: > 0 } found
        && Array.TrueForAll(
            found,
            condition => condition.Statement.Qualifier(Qualifiers.Modality) is { } modality && modality != release.Modality
        )
        && release.Modality == "text";

    private static string Conditions(Licence licence, Assertion says) =>
        LicenceFormatter.Clauses(licence.Conditions.Where(condition => IsOf(condition, says.Condition!)));

    // Who must accept terms or ask before the download registers, also where the licence asks for nothing.
    private static ClaimFinding? Weights(AnswerContext context, Release release, DateOnly day) =>
        release.Component(Components.Weights, day)
            is { Availability: Availability.Gated or Availability.OnRequest, Because: { } because } reading
            ? new ClaimFinding(
                ClaimJudgement.Agrees,
                $"{context.Wording.Label(Components.Weights)} {context.Wording["availability_" + reading.Availability.ToSlug()]}",
                [because]
            )
            : null;

    /// <summary>What a licence says.</summary>
    public static ClaimFinding ForLicence(AnswerContext context, Licence licence, Assertion says) =>
        says switch
        {
            { Aspect: Aspect.CommercialUse } => Commercial(context, licence, says),
            { Aspect: Aspect.Outputs } => Outputs(context, licence),
            { IsUnlimited: true } => new ClaimFinding(
                licence.IsPermissive switch
                {
                    true => ClaimJudgement.Agrees,
                    false => ClaimJudgement.Disagrees,
                    null => ClaimJudgement.Unknown,
                },
                Describe(context, licence),
                Statements(licence)
            ),
            { Condition: { } kind } => Conditions(context, licence, kind, says),
            _ => new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []),
        };

    /// <summary>What it allows and restricts.</summary>
    public static string Describe(AnswerContext context, Licence licence)
    {
        Condition[] conditions = [.. licence.CommercialConditions];
        return context.Wording[
            licence.Commercial switch
            {
                CommercialUse.Unknown => "claim_commercial_unknown",
                CommercialUse.No => "claim_commercial_no",
                _ when conditions.Length > 0 => "claim_commercial_conditional",
                _ => "claim_commercial_yes",
            },
            ("licence", LicenceFormatter.GetFullName(licence)),
            ("conditions", LicenceFormatter.Clauses(conditions))
        ];
    }

    /// <summary>The same as a sentence.</summary>
    public static string Sentence(AnswerContext context, Licence licence) => Describe(context, licence).TrimEnd('.') + ".";

    private static ClaimFinding Commercial(AnswerContext context, Licence licence, Assertion says)
    {
        var judgement = licence.Commercial switch
        {
            CommercialUse.Unknown => ClaimJudgement.Unknown,
            CommercialUse.No => ClaimJudgement.Disagrees,
            _ when says.IsUnlimited && licence.Restrictions.Any() => ClaimJudgement.Disagrees,
            _ when says.Amount is { } amount && licence.Conditions.Any(condition => condition.IsCap && condition.Limit < amount) =>
                ClaimJudgement.Disagrees,
            _ when says is { Amount: null, IsDenied: false, AllowsConditions: false } && licence.Restrictions.Any() =>
                ClaimJudgement.Depends,
            _ => ClaimJudgement.Agrees,
        };
        return new ClaimFinding(judgement, Describe(context, licence), Statements(licence));
    }

    private static ClaimFinding Outputs(AnswerContext context, Licence licence)
    {
        if (licence.TermsOf(Properties.OutputsCommercial) is not { } terms)
            return new ClaimFinding(
                ClaimJudgement.Unknown,
                context.Wording["claim_outputs_unknown", ("licence", LicenceFormatter.GetFullName(licence))],
                []
            );
        var judgement = terms.Value switch
        {
            "yes" or "conditional" => ClaimJudgement.Agrees,
            "no" => ClaimJudgement.Disagrees,
            _ => ClaimJudgement.Unknown,
        };
        return new ClaimFinding(
            judgement,
            terms.Qualifier("text") ?? context.Wording["claim_outputs_" + terms.Value, ("licence", LicenceFormatter.GetFullName(licence))],
            [terms]
        );
    }

    private static ClaimFinding Conditions(AnswerContext context, Licence licence, string kind, Assertion says)
    {
        var found = licence.Conditions.Where(condition => IsOf(condition, kind)).ToArray();

        // "With 100 million users you must …": what the licence asks of so many is what is meant, of any kind.
        if (found.Length == 0 && kind == "user-cap" && !says.IsDenied)
            found = [.. licence.Conditions.Where(condition => says.Amount is { } users && condition.Limit == users)];

        // Who may not use a model commercially may not host it for money either.
        if (found.Length == 0 && kind == "hosting" && licence.Commercial == CommercialUse.No)
            return new ClaimFinding(ClaimJudgement.Agrees, Describe(context, licence), Statements(licence));
        if (found.Length == 0 && kind == NoTraining)
            return Training(context, licence);
        if (found.Length == 0)
            return new ClaimFinding(
                licence.Commercial == CommercialUse.Unknown ? ClaimJudgement.Unknown : ClaimJudgement.Disagrees,
                context.Wording["claim_condition_none", ("licence", LicenceFormatter.GetFullName(licence))],
                Statements(licence)
            );
        var isOther =
            says.Amount is { } named
            && found.All(condition => condition.Limit is { } limit && (says.IsThreshold ? limit > named : limit != named));
        return new ClaimFinding(
            isOther ? ClaimJudgement.Disagrees : ClaimJudgement.Agrees,
            context.Wording[
                "claim_condition",
                ("licence", LicenceFormatter.GetFullName(licence)),
                ("conditions", LicenceFormatter.Clauses(found))
            ],
            [.. found.Select(condition => condition.Statement)]
        );
    }

    // Many licences say of outputs alone what may be trained on them: a name or these terms are asked for, and no condition forbids it.
    private static ClaimFinding Training(AnswerContext context, Licence licence)
    {
        var called = ("licence", LicenceFormatter.GetFullName(licence));
        if (licence.TermsOf(Properties.OutputsTraining) is { Value: not "yes" } terms)
            return new ClaimFinding(
                terms.Value == "no" ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
                terms.Qualifier("text") is { } text
                    ? context.Wording["claim_condition", called, ("conditions", text)]
                    : context.Wording["claim_training_" + terms.Value, called],
                [terms]
            );
        return licence.IsPermissive == true || licence.TermsOf(Properties.OutputsTraining) is not null
            ? new ClaimFinding(ClaimJudgement.Disagrees, context.Wording["claim_condition_none", called], Statements(licence))
            : new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_training_unknown", called], Statements(licence));
    }

    private static bool IsOf(Condition condition, string kind) =>
        condition.Kind == kind || condition.Asks == kind || kind == "attribution" && condition.Kind == "notice";

    private static ImmutableArray<Statement> Statements(Licence licence) =>
        [.. LicenceFormatter.Statements(licence, [.. licence.Restrictions])];
}
