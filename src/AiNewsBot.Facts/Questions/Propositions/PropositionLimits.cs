using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>
/// Words by which a clause says less than its predicate alone: a rank, a share, a condition. What they mean is not read, so that what they
/// limit must not be judged as if they were not there.
/// </summary>
internal static class PropositionLimits
{
    private const int MaxRankDistance = 4;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The words that limit what a clause says at a place, and whether they rank it among others; null without any.</summary>
    public static (string Words, bool IsRank)? Find(PropositionClause clause, Assertion says, int at)
    {
        if (says.Aspect is Aspect.ReleaseDate or Aspect.Maker or Aspect.Overview)
            return null;
        if (RankBefore(clause, at) is { } rank)
            return (PropositionSpeakers.Raw(clause, rank, clause.End), true);
        if (ShareBefore(clause, at) is { } share)
            return (PropositionSpeakers.Raw(clause, share, clause.End), false);
        if (clause.Exceptions.FirstOrDefault(one => one.IsUnread) is { } exception)
            return (PropositionSpeakers.Raw(clause, exception.Start, clause.End), false);
        return
            says.Date is null
            && !AllowsConditions(says)
            && clause.Hits("provisos").FirstOrDefault(hit => hit.Start > at) is { Count: > 0 } proviso
            ? (PropositionSpeakers.Raw(clause, proviso.Start, clause.End), false)
            : null;
    }

    /// <summary>Whether a clause only tells under which condition that before it is so: "unless you are a competitor".</summary>
    public static bool IsProviso(PropositionClause clause) => !IsThreshold(clause) && (Begins(clause, "provisos") || IsCondition(clause));

    private static bool IsCondition(PropositionClause clause) =>
        clause.Tokens[clause.Start].Text == "if"
        && (Amounts.Read(clause) is not null || clause.Has("conditions") || clause.Has("paying") || clause.Has("commercial"));

    /// <summary>What was said, with a condition that the next clause names.</summary>
    public static Proposition Limit(Proposition said, PropositionClause proviso) =>
        said.Says is { Aspect: Aspect.CommercialUse } use ? said with { Says = use with { AllowsConditions = true } }
        : said.Limit is not null || said.Says is { Aspect: Aspect.Restrictions, IsUnlimited: false } ? said
        : said with { Limit = proviso.Text };

    /// <summary>Whether a clause with "if" tells from which number on a duty binds, and supposes nothing.</summary>
    public static bool IsThreshold(PropositionClause clause) =>
        Amounts.Read(clause) is not null
        && (clause.Has("permission") || clause.Has("paying") || clause.Hits("conditions").Any(hit => hit.Value == "naming"));

    /// <summary>What a clause says of commercial use, which may be under conditions that it names.</summary>
    public static Assertion WithConditions(PropositionClause clause, Assertion says, int at) =>
        AllowsConditions(says) && clause.Hits("provisos").Any(hit => hit.Start > at) ? says with { AllowsConditions = true } : says;

    private static bool AllowsConditions(Assertion says) =>
        says is { Aspect: Aspect.CommercialUse } or { Aspect: Aspect.Restrictions, IsUnlimited: false };

    private static bool Begins(PropositionClause clause, string group) => clause.Hits(group).Any(hit => hit.Start == clause.Start);

    // "The first open weights of any kind", "Mistral's last Apache model"; but not "the first thing that is open".
    private static int? RankBefore(PropositionClause clause, int at)
    {
        for (var i = at - 1; i > clause.Start && at - i <= MaxRankDistance && !clause.IsCopula(i); i--)
        {
            if (!Words.Is("ranks", clause.Tokens[i].Text) || clause.IsName(i))
                continue;
            var before = clause.Tokens[i - 1];
            if (
                Words.Is("determiners", before.Text)
                || before.IsPossessive
                || before.Text is "very" or "ever" or "one"
                || clause.IsName(i - 1)
                || clause.Tokens[i].Text != "only" && clause.IsCopula(i - 1)
            )
                return i;
        }

        return null;
    }

    private static int? ShareBefore(PropositionClause clause, int at)
    {
        for (var i = at - 1; i >= clause.Start && at - i < 3; i--)
        {
            if (Words.Is("shares", clause.Tokens[i].Text) && !clause.IsName(i))
                return i;
        }

        return null;
    }
}
