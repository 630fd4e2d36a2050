using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Answers;

/// <summary>What was checked in a message, as other programs read it.</summary>
internal sealed record MessagePayload(string Message, IEnumerable<ClaimPayload> Claims);

/// <summary>A claim and what the facts say to it.</summary>
internal sealed record ClaimPayload(
    IEnumerable<SubjectPayload> Subjects,
    string Aspect,
    string Said,
    string? Speaker,
    string Verdict,
    string Why,
    IEnumerable<FactPayload> Facts
)
{
    public static ClaimPayload From(CheckedClaim claim) =>
        new(
            [SubjectPayload.From(claim.Claim.Subject)],
            claim.Claim.Aspect.ToSlug(),
            claim.Said,
            claim.Claim.Speaker,
            claim.Judgement switch
            {
                ClaimJudgement.Agrees => "true",
                ClaimJudgement.Disagrees => "false",
                ClaimJudgement.Depends => "half",
                _ => "unknown",
            },
            claim.Reason,
            claim.Facts.Select(FactPayload.From)
        );
}
