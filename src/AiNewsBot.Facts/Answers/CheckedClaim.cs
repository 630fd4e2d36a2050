using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Answers;

/// <summary>A claim, and what the facts say to it.</summary>
/// <param name="Claim">What was said.</param>
/// <param name="Judgement">Whether that is so.</param>
/// <param name="Openness">How open it is, with the facts from which that follows.</param>
public sealed record CheckedClaim(Claim Claim, ClaimJudgement Judgement, Answer Openness);
