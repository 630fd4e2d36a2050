using System.Collections.Immutable;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Whether what is said of a model is so, by rule.</summary>
internal static class ClaimJudge
{
    public static ClaimJudgement Judge(Claim claim, VerdictKind actual, ImmutableArray<Licence?> licences)
    {
        var judged = claim.Licence is { } licence ? OfLicence(licence, licences) : claim.Verdict is { } verdict ? OfVerdict(verdict, actual) : ClaimJudgement.Unknown;
        return (claim.IsDenied, judged) switch
        {
            (true, ClaimJudgement.Agrees) => ClaimJudgement.Disagrees,
            (true, ClaimJudgement.Disagrees) => ClaimJudgement.Agrees,
            _ => judged,
        };
    }

    private static ClaimJudgement OfLicence(Licence claimed, ImmutableArray<Licence?> licences) =>
        licences.IsEmpty ? ClaimJudgement.Disagrees
        : licences.Contains(null) ? ClaimJudgement.Unknown
        : !licences.Any(licence => LicenceWords.AreAlike(claimed, licence!)) ? ClaimJudgement.Disagrees
        : licences.Length > 1 ? ClaimJudgement.Depends
        : ClaimJudgement.Agrees;

    private static ClaimJudgement OfVerdict(VerdictKind claimed, VerdictKind actual) => (claimed, actual) switch
    {
        (_, VerdictKind.Unknown) => ClaimJudgement.Unknown,
        (_, VerdictKind.Mixed) => ClaimJudgement.Depends,
        _ when claimed == actual => ClaimJudgement.Agrees,

        // Open source has open weights; and many say open source who mean that the weights are to be had.
        (VerdictKind.OpenWeights, VerdictKind.OpenSource) => ClaimJudgement.Agrees,
        (VerdictKind.OpenSource, VerdictKind.OpenWeights) => ClaimJudgement.Depends,
        (VerdictKind.OpenSource or VerdictKind.OpenWeights, VerdictKind.RestrictedWeights or VerdictKind.NonCommercialWeights) => ClaimJudgement.Depends,
        (VerdictKind.RestrictedWeights, VerdictKind.NonCommercialWeights) => ClaimJudgement.Depends,
        _ => ClaimJudgement.Disagrees,
    };
}
