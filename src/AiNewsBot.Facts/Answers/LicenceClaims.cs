using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on the licence that covers a release or one of its components.</summary>
internal static class LicenceClaims
{
    /// <summary>What the facts say; null where the release did not exist then.</summary>
    public static ClaimFinding? Create(AnswerContext context, Release release, Assertion says)
    {
        var component = says.Component ?? Components.Weights;
        var property = release.All(Properties.LicenceOf(component)).IsEmpty ? Properties.Licence : Properties.LicenceOf(component);
        ImmutableArray<DateOnly> days =
        [
            .. ClaimDays.Create(context, release, says, property).Where(day => release.ExistedOn(day) is not false),
        ];
        if (days.IsEmpty)
            return null;
        var held = days.Select(day => (Day: day, Held: release.GetLicence(component, day), Weights: release.Component(component, day)))
            .ToArray();
        if (held.All(one => one.Weights.Availability == Availability.Unavailable))
            return new ClaimFinding(
                ClaimJudgement.Disagrees,
                context.Wording[
                    component == Components.Weights ? "claim_no_licence" : "claim_not_public",
                    ("component", context.Wording.Label(component))
                ],
                [.. held.Select(one => one.Weights.Because).OfType<Statement>()]
            );
        var judgement = ClaimDays.Over(held.Select(one => Judge(context, says, one.Held)), says.Time);
        var isSince = judgement == ClaimJudgement.Agrees && says.Date is { IsSince: true, Period: not null };
        if (isSince)
            judgement = JudgeSince(release, held[0].Held.Statement, says.Date!.Period!.Value);
        if (
            says.Component is null
            && !(isSince && judgement == ClaimJudgement.Agrees)
            && BaseTerms.Find(context, release) is { } on
            && WithBase(says, judgement, on) is { } both
        )
            return new ClaimFinding(
                both,
                context.Wording[
                    "claim_base_licence",
                    ("under", Describe(context, release, property, held[0].Day, says)),
                    ("base", on.Base.Name),
                    ("licence", on.Licence.Name)
                ],
                [.. held.Select(one => one.Held.Statement).OfType<Statement>(), on.Fact]
            );
        var code =
            says is { Component: null, IsDenied: false } && judgement == ClaimJudgement.Disagrees
                ? CodeUnder(context, release, says)
                : null;
        return new ClaimFinding(
            judgement,
            code is null
                ? WithWeights(context, release, says, judgement, Describe(context, release, property, held[0].Day, says))
                : context.Wording[
                    "claim_code_only",
                    ("component", context.Wording.Label(code.Value.Component)),
                    ("licence", context.Facts.Licence(code.Value.Fact.Value)!.ShortName),
                    ("under", Describe(context, release, property, held[0].Day, says))
                ],
            [.. held.Select(one => one.Held.Statement).OfType<Statement>()]
        )
        {
            IsOfOtherPart = code is not null,
        };
    }

    // "The repository is MIT, so I may sell what it makes": what covers the weights is what counts, and another licence.
    private static string WithWeights(AnswerContext context, Release release, Assertion says, ClaimJudgement judgement, string under) =>
        says is { Component: Components.InferenceCode or Components.TrainingCode, IsDenied: false }
        && judgement == ClaimJudgement.Agrees
        && context.Facts.LicenceOf(release, Components.Weights, context.Day) is { } weights
        && !IsClaimed(says, weights)
            ? context.Wording["claim_weights_besides", ("under", under), ("licence", LicenceFormatter.GetFullName(weights))]
            : under;

    // "Apache since May 2026" is not wholly so of what was under it before.
    private static ClaimJudgement JudgeSince(Release release, Statement? held, Period since) =>
        (held?.ValidFrom ?? release.WeightsOut ?? release.Announced) is not { } from ? ClaimJudgement.Unknown
        : from.Latest < since.First ? ClaimJudgement.Depends
        : from.Earliest > since.Last ? ClaimJudgement.Disagrees
        : ClaimJudgement.Agrees;

    // "LLaMA 1 is GPL": its code is, its weights are not.
    private static (string Component, Statement Fact)? CodeUnder(AnswerContext context, Release release, Assertion says)
    {
        foreach (var component in (string[])[Components.InferenceCode, Components.TrainingCode])
        {
            if (
                release.All(Properties.LicenceOf(component)).Any(statement => statement.ValidTo is null)
                && release.GetLicence(component, says.Date?.Day ?? context.Day) is { Statement: { } fact } held
                && Judge(context, says, held) == ClaimJudgement.Agrees
            )
                return (component, fact);
        }

        return null;
    }

    /// <summary>What the facts say to a claim on a licence itself.</summary>
    public static ClaimFinding ForLicence(AnswerContext context, Licence licence, Assertion says) =>
        says switch
        {
            { Term: OpennessTerm.OsiApproved } => new ClaimFinding(
                licence.OsiApproved ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
                context.Wording[licence.OsiApproved ? "osi_yes" : "osi_no"],
                licence.All(Properties.OsiApproved)
            ),
            { Term: OpennessTerm.OpenSource or OpennessTerm.Open } => new ClaimFinding(
                licence.OsiApproved ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
                context.Wording[licence.OsiApproved ? "osi_yes" : "osi_no"],
                licence.All(Properties.OsiApproved)
            ),
            { Term: OpennessTerm.Permissive } => new ClaimFinding(
                licence.IsPermissive switch
                {
                    true => ClaimJudgement.Agrees,
                    false => ClaimJudgement.Disagrees,
                    null => ClaimJudgement.Unknown,
                },
                TermsClaims.Describe(context, licence),
                [.. LicenceFormatter.Statements(licence, licence.Conditions)]
            ),
            { Term: OpennessTerm.Restricted or OpennessTerm.Proprietary } => new ClaimFinding(
                licence.Restrictions.Any() ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees,
                TermsClaims.Describe(context, licence),
                [.. LicenceFormatter.Statements(licence, licence.Conditions)]
            ),
            { Term: OpennessTerm.NonCommercial } => TermsClaims.ForLicence(context, licence, new Assertion(Aspect.CommercialUse)) is var use
                ? use with
                {
                    Judgement = use.Judgement switch
                    {
                        ClaimJudgement.Agrees => ClaimJudgement.Disagrees,
                        ClaimJudgement.Disagrees => ClaimJudgement.Agrees,
                        _ => use.Judgement,
                    },
                }
                : use,
            { Term: not null } or { Aspect: Aspect.Licence or Aspect.Component } => new ClaimFinding(
                ClaimJudgement.Unknown,
                context.Wording["claim_nothing_known"],
                []
            ),
            _ => TermsClaims.ForLicence(context, licence, says),
        };

    // Two licences hold: its own is half of it, and that of the base is one of them; null where the base changes nothing.
    private static ClaimJudgement? WithBase(Assertion says, ClaimJudgement judgement, BaseTerms on) =>
        judgement switch
        {
            ClaimJudgement.Agrees => ClaimJudgement.Depends,
            ClaimJudgement.Disagrees when IsClaimed(says, on.Licence) => ClaimJudgement.Agrees,
            _ => null,
        };

    private static ClaimJudgement Judge(AnswerContext context, Assertion says, EffectiveStatement effectiveStatement) =>
        effectiveStatement.Value is not { } id || context.Facts.Licence(id) is not { } licence ? ClaimJudgement.Unknown
        : IsClaimed(says, licence) ? ClaimJudgement.Agrees
        : says.LicenceKind is { } kind && context.Facts.LicenceKinds.IsNear(kind, licence) ? ClaimJudgement.Depends
        : ClaimJudgement.Disagrees;

    /// <summary>Whether a licence is the one, or of the kind, that is claimed.</summary>
    public static bool IsClaimed(Assertion says, Licence licence) =>
        says.LicenceKind is { } kind ? LicenceKinds.IsOf(kind, licence) : LicenceFormatter.AreAlike(says.Licence!, licence);

    // The licence of the day that was asked for, and the later ones with their dates.
    private static string Describe(AnswerContext context, Release release, string property, DateOnly day, Assertion says)
    {
        var isPast = day != context.Day;
        var statements = release
            .All(property)
            .Where(statement =>
                isPast ? statement.ValidTo is not { } to || to.Latest > day : statement.WasEffectiveOn(context.Day) is not false
            )
            .ToArray();
        var told = statements.Select(
            (statement, index) =>
            {
                var name = context.Facts.Licence(statement.Value) is { } licence ? LicenceFormatter.GetFullName(licence) : statement.Value;
                return statement.ValidTo is { } until ? context.Wording["licence_until", ("licence", name), ("date", until.Text)]
                    : index > 0 && statement.ValidFrom is { } from ? $"{name} {context.Since(from)}"
                    : name;
            }
        );
        var under =
            statements.Length == 0
                ? context.Wording["claim_licence_unknown"]
                : context.Wording["claim_under", ("licence", string.Join(", ", told))];
        return says.Component is { } component && component != Components.Weights ? $"{context.Wording.Label(component)} {under}" : under;
    }
}
