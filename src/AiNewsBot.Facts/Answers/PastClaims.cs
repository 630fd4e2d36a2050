using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>What was so once is what many still say: that Falcon-40B asks for a royalty was so until the end of May 2023.</summary>
internal static class PastClaims
{
    /// <summary>Until when something that is not so any more was so, and under which licence; null where it was so never.</summary>
    public static string? Tell(AnswerContext context, CheckedClaim judged, bool isAsked) =>
        context.IsEnglish
        && judged
            is {
                Judgement: ClaimJudgement.Disagrees,
                Claim:
                {
                    Subject: var subject,
                    Aspect: Aspect.Openness or Aspect.Licence or Aspect.CommercialUse or Aspect.Restrictions,
                    Says: { IsDenied: false, Time: TimeScope.Now, Date: null }
                }
            }
        && context.Facts.ReleasesOf(subject) is [var release]
        && release.FormerLicences(context.Day).LastOrDefault(former => WasSo(context, former, judged.Claim.Says)) is { } last
        && context.Facts.Licence(last.Value) is { } licence
            ? context.Wording[
                isAsked ? "past_asked" : "past_so",
                (
                    "history",
                    context.Wording["licence_until", ("licence", LicenceFormatter.GetFullName(licence)), ("date", last.ValidTo!.Value.Text)]
                        + Asked(licence)
                )
            ]
            : null;

    // Weights under the terms of that time were as free as these.
    private static bool WasSo(AnswerContext context, Statement former, Assertion says) =>
        context.Facts.Licence(former.Value) is { } licence
        && says switch
        {
            { Aspect: Aspect.Licence, Component: null or Components.Weights, Licence: not null } => LicenceClaims.IsClaimed(says, licence),
            { Term: OpennessTerm.NonCommercial } => licence.Commercial == CommercialUse.No,
            { Term: OpennessTerm.Proprietary or OpennessTerm.Restricted } => licence.IsPermissive == false,
            { Aspect: Aspect.CommercialUse or Aspect.Restrictions } => TermsClaims.ForLicence(context, licence, says).Judgement
                == ClaimJudgement.Agrees,
            _ => false,
        };

    private static string Asked(Licence licence) =>
        licence.Restrictions.Any() ? $" ({LicenceFormatter.Clauses(licence.Restrictions)})" : "";
}
