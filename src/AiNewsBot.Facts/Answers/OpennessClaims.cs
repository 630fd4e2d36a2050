using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on how open a release is.</summary>
internal static class OpennessClaims
{
    /// <summary>What the facts say; null where the release did not exist then.</summary>
    public static ClaimFinding? Create(AnswerContext context, Release release, Assertion says)
    {
        var days = ClaimDays.Create(
            context,
            release,
            says,
            Components.Weights,
            Properties.Licence,
            Properties.LicenceOf(Components.Weights)
        );
        var verdicts = days.Select(day => context.Facts.Judge(release, day)).OfType<Verdict>().ToImmutableArray();
        if (verdicts.IsEmpty)
            return null;
        var last = verdicts[^1];
        if (says.Term == OpennessTerm.OsiApproved && last.Licence is { } licence)
        {
            return new ClaimFinding(
                Judge(says, last),
                context.Wording[
                    "claim_osi",
                    ("licence", LicenceFormatter.GetFullName(licence)),
                    ("osi", context.Wording[licence.OsiApproved ? "osi_yes" : "osi_no"])
                ],
                [.. last.Because.Take(2), .. licence.All(Properties.OsiApproved)]
            )
            {
                Verdict = last.Kind,
            };
        }

        var text = string.Join(context.Wording["claim_then"], verdicts.Select(verdict => Describe(context, verdict)).Distinct());
        return new ClaimFinding(ClaimDays.Over(verdicts.Select(verdict => Judge(says, verdict)), says.Time), text, last.Because)
        {
            Verdict = last.Kind,
        };
    }

    public static string Describe(AnswerContext context, Verdict verdict) =>
        context.Wording[
            "claim_state_" + (IsUndecided(verdict) ? "undecided" : verdict.Kind.ToSlug()),
            ("licence", verdict.Licence is { } licence ? LicenceFormatter.GetFullName(licence) : "")
        ];

    // That weights under restricting terms are not open is right by every definition; that they are open is right in one sense.
    private static ClaimJudgement Judge(Assertion says, Verdict verdict) =>
        Judge(says.Term!.Value, verdict) is var judgement
        && says is { IsDenied: true, Term: OpennessTerm.Open }
        && judgement == ClaimJudgement.Depends
            ? ClaimJudgement.Disagrees
            : judgement;

    private static ClaimJudgement Judge(OpennessTerm term, Verdict verdict) =>
        (term, verdict.Kind) switch
        {
            (_, VerdictKind.Unknown) => ClaimJudgement.Unknown,
            (OpennessTerm.OpenSource, VerdictKind.OpenSource) => ClaimJudgement.Agrees,
            (OpennessTerm.OpenSource, _) => IsUndecided(verdict) ? ClaimJudgement.Unknown : ClaimJudgement.Disagrees,
            (OpennessTerm.FreeSoftware, not VerdictKind.Closed) when verdict.Licence!.CountsAsOpen => ClaimJudgement.Agrees,
            (OpennessTerm.OpenWeights or OpennessTerm.Open, VerdictKind.OpenSource or VerdictKind.OpenWeights) => ClaimJudgement.Agrees,
            (OpennessTerm.OpenWeights or OpennessTerm.Open, VerdictKind.Closed) => ClaimJudgement.Disagrees,
            (OpennessTerm.OpenWeights, _) => ClaimJudgement.Agrees,
            (OpennessTerm.Open, _) => ClaimJudgement.Depends,
            (OpennessTerm.SourceAvailable, VerdictKind.RestrictedWeights or VerdictKind.NonCommercialWeights) => ClaimJudgement.Agrees,
            (OpennessTerm.SourceAvailable, VerdictKind.Closed) => ClaimJudgement.Disagrees,
            (OpennessTerm.SourceAvailable, _) => ClaimJudgement.Depends,
            (OpennessTerm.Restricted, VerdictKind.RestrictedWeights or VerdictKind.NonCommercialWeights) => ClaimJudgement.Agrees,
            (OpennessTerm.Restricted, VerdictKind.Closed) => ClaimJudgement.Depends,
            (OpennessTerm.NonCommercial, VerdictKind.NonCommercialWeights) => ClaimJudgement.Agrees,
            (OpennessTerm.Proprietary, VerdictKind.Closed) => ClaimJudgement.Agrees,
            (OpennessTerm.Proprietary, VerdictKind.RestrictedWeights or VerdictKind.NonCommercialWeights) => ClaimJudgement.Depends,
            (OpennessTerm.Closed, VerdictKind.Closed) => ClaimJudgement.Agrees,
            (OpennessTerm.Permissive, not VerdictKind.Closed) when verdict.Licence!.IsPermissive == true => ClaimJudgement.Agrees,
            (OpennessTerm.OsiApproved, not VerdictKind.Closed) when verdict.Licence!.OsiApproved => ClaimJudgement.Agrees,
            (OpennessTerm.OwnLicence, not VerdictKind.Closed)
                when verdict.Licence!.Id.StartsWith("LicenseRef-", StringComparison.Ordinal) => ClaimJudgement.Agrees,
            _ => ClaimJudgement.Disagrees,
        };

    // An unstated part may still make it open source.
    private static bool IsUndecided(Verdict verdict) =>
        verdict.Kind == VerdictKind.OpenWeights
        && verdict.Definitions.Any(definition => definition is { Id: OpenSourceDefinition.Id, IsUndecided: true });
}
