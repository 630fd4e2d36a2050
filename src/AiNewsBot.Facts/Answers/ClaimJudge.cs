using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Whether what is put forward of a model is so, by the facts as of its date.</summary>
internal static class ClaimJudge
{
    private const int MaxNames = 4;
    private const int MaxWays = 5;

    public static CheckedClaim Judge(AnswerContext context, Proposition claim)
    {
        var says = claim.Says;
        var judged = Findings(context, claim);

        // What was always so was so of each.
        var reach = says is { Time: TimeScope.Always, Reach: Reach.Whole } ? Reach.All : says.Reach;
        var judgement = Over(judged.Select(pair => pair.Finding.Judgement), reach);
        if (says.IsDenied)
            judgement = Denied(judgement, judged.Select(pair => pair.Finding.Judgement), reach);
        if (claim.Limit is not null && !(claim.IsRanked && !says.IsDenied && judgement == ClaimJudgement.Disagrees))
            judgement = ClaimJudgement.Unknown;
        var kinds = judged.Select(pair => pair.Finding.Verdict).OfType<AiNewsBot.Facts.Verdicts.VerdictKind>().ToArray();
        return new CheckedClaim(
            claim,
            judgement,
            ClaimText.Create(context, claim, judgement == ClaimJudgement.Disagrees),
            claim.Limit is { } limit && judgement == ClaimJudgement.Unknown
                ? context.Wording["claim_limited", ("limit", limit), ("reason", Reason(context, claim, judged))]
                : Reason(context, claim, judged),
            [.. judged.SelectMany(pair => pair.Finding.Facts).Distinct()]
        )
        {
            Verdict = kinds.Length == 0 ? null : AiNewsBot.Facts.Verdicts.VerdictRules.Combine(kinds),
        };
    }

    private static ImmutableArray<(SubjectView Subject, ClaimFinding Finding)> Findings(AnswerContext context, Proposition claim)
    {
        var says = claim.Says;
        if (claim.Subject.Id == UnknownName.Id)
            return [(claim.Subject, new ClaimFinding(ClaimJudgement.Unknown, "", []))];
        if (says.Premise is not null)
            return [(claim.Subject, TopicClaims.Create(context, claim.Subject, says))];
        if (says.Aspect == Aspect.Promise)
            return [(claim.Subject, Promised(context, claim))];
        if (says.Date is { Day: null })
            return
            [
                (claim.Subject, new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_future", ("date", says.Date.Typed)], [])),
            ];
        if (says.Aspect == Aspect.Maker)
            return [(claim.Subject, ClaimMakers.Create(context, claim.Subject, says))];
        if (says.Aspect == Aspect.ReleaseDate)
            return [(claim.Subject, ClaimChanges.Create(context, claim.Subject, says))];
        if (claim.Subject.Subject.Kind == SubjectKind.Software)
            return [(claim.Subject, SoftwareClaims.Create(context, claim.Subject, says))];
        if (claim.Subject is Licence licence)
            return [(claim.Subject, LicenceClaims.ForLicence(context, licence, says))];
        var findings = Releases(context, claim)
            .Select(release => ((SubjectView)release, Finding: Finding(context, release, says)))
            .Where(pair => pair.Finding is not null)
            .Select(pair => (pair.Item1, pair.Finding!))
            .ToImmutableArray();
        return findings.IsEmpty
            ? [(claim.Subject, new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_nothing_known"], []))]
            : findings;
    }

    // Whether it was promised is known; whether it comes as its author foretells is not.
    private static ClaimFinding Promised(AnswerContext context, Proposition claim) =>
        PromiseClaims.Create(context, claim.Subject) is var finding && claim.Says.IsForecast
            ? finding with
            {
                Judgement = ClaimJudgement.Unknown,
            }
            : finding;

    private static IEnumerable<Release> Releases(AnswerContext context, Proposition claim) =>
        (
            claim.Releases is { } ids
                ? ids.Split(' ').Select(context.Facts.Find).OfType<Release>()
                : context
                    .Facts.ReleasesOf(claim.Subject)
                    .Concat(claim.Says.Reach == Reach.All && claim.Subject is Release whole ? SizesOf(context, whole) : [])
        )
            .SelectMany(release =>
                context
                    .Facts.VariantsOf(release)
                    .Where(variant =>
                        claim.Says.Aspect != Aspect.Overview
                        && !claim.IsAlone
                        && variant.DiffersOn(claim.Says.Date?.Day ?? context.Day)
                        && (claim.Says.Time != TimeScope.AtRelease || variant.Known <= release.Known)
                    )
                    .Prepend(release)
            )
            .Where(release => !IsExcepted(claim, release));

    private static bool IsExcepted(Proposition claim, Release release) =>
        claim.Except?.Split(' ') is { } ids && (ids.Contains(release.Id) || release.Whole is { } whole && ids.Contains(whole.Id));

    // A size under a licence of its own is a release of its own: "every size of Qwen2.5" means Qwen2.5-3B too.
    private static IEnumerable<Release> SizesOf(AnswerContext context, Release release) =>
        context.Facts.FamilyOf(release) is { } family
            ? context
                .Facts.ReleasesOf(family)
                .Where(other => other.Subject.Details.TryGetValue(DetailNames.Size, out var size) && other.Name == $"{release.Name}-{size}")
            : [];

    private static ClaimFinding? Finding(AnswerContext context, Release release, Assertion says) =>
        says.Aspect switch
        {
            Aspect.Openness => OpennessClaims.Create(context, release, says),
            Aspect.Licence => LicenceClaims.Create(context, release, says),
            Aspect.Overview => BaseClaims.Create(context, release, says),
            Aspect.Component => ComponentClaims.Create(context, release, says),
            _ => TermsClaims.Create(context, release, says),
        };

    // What nothing is known of decides nothing beside what is known.
    private static ClaimJudgement Over(IEnumerable<ClaimJudgement> judgements, Reach reach)
    {
        var known = judgements.Where(judgement => judgement != ClaimJudgement.Unknown).Distinct().ToArray();
        return known switch
        {
            [] => ClaimJudgement.Unknown,
            [var only] => only,
            _ when reach == Reach.All => ClaimJudgement.Disagrees,
            _ when reach == Reach.Any => known.Contains(ClaimJudgement.Agrees) ? ClaimJudgement.Agrees : ClaimJudgement.Depends,
            _ => ClaimJudgement.Depends,
        };
    }

    private static ClaimJudgement Denied(ClaimJudgement judgement, IEnumerable<ClaimJudgement> each, Reach reach) =>
        judgement switch
        {
            ClaimJudgement.Agrees => ClaimJudgement.Disagrees,

            // "Has never released any": one of which it is partly so is not told by yes or no.
            ClaimJudgement.Disagrees when reach == Reach.All && each.Contains(ClaimJudgement.Agrees) => ClaimJudgement.Agrees,
            ClaimJudgement.Disagrees => ClaimJudgement.Agrees,
            _ => judgement,
        };

    private static string Reason(
        AnswerContext context,
        Proposition claim,
        ImmutableArray<(SubjectView Subject, ClaimFinding Finding)> judged
    )
    {
        if (claim.Subject.Id == UnknownName.Id)
            return context.Wording["subject_unknown", ("name", claim.Name)];
        var ways = judged.GroupBy(pair => pair.Finding.Text).ToArray();
        if (ways.Length == 1)
            return context.Wording["claim_is", ("name", claim.Name), ("what", ways[0].Key)];

        // What decides the claim is told first: of all, what is against it, else that of which it is so, or of whose code.
        var against = claim.Says.IsDenied ? ClaimJudgement.Agrees : ClaimJudgement.Disagrees;
        var ordered =
            claim.Says.Reach == Reach.Whole
                ? ways.OrderByDescending(way => way.First().Finding is { IsOfOtherPart: true } or { Judgement: ClaimJudgement.Agrees })
                : ways.OrderByDescending(way => way.First().Finding.Judgement == against);
        var told = ordered.Take(MaxWays).Select(way => $"{context.Names([.. way.Select(pair => pair.Subject)], MaxNames)}: {way.Key}");
        return context.Wording[ways.Length > MaxWays ? "claim_ways_more" : "claim_ways", ("ways", string.Join("; ", told))];
    }
}
