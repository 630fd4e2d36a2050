using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Something that was put forward, and what the facts say to it.</summary>
/// <param name="Claim">What was put forward.</param>
/// <param name="Judgement">Whether that is so.</param>
/// <param name="Said">What was put forward, as a sentence without its full stop.</param>
/// <param name="Reason">What is so, as a sentence.</param>
/// <param name="Facts">The statements from which that follows.</param>
public sealed record CheckedClaim(Proposition Claim, ClaimJudgement Judgement, string Said, string Reason, ImmutableArray<Statement> Facts)
{
    /// <summary>How open the subject is, where the claim is on that; null for other claims.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>When the facts were checked; null without facts.</summary>
    public DateOnly? CheckedOn => Facts.IsEmpty ? null : Facts.Min(fact => fact.VerifiedOn);
}
