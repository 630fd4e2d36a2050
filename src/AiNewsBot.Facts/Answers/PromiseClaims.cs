using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Claims on what is to come: whether it was promised is known, and not whether it will be so.</summary>
internal static class PromiseClaims
{
    /// <summary>What the facts say.</summary>
    public static ClaimFinding Create(AnswerContext context, SubjectView subject) =>
        PromiseFormatter.About(context, subject) is { IsEmpty: false } promises
            ? new ClaimFinding(
                ClaimJudgement.Agrees,
                string.Join(' ', promises.Select(promise => PromiseFormatter.Format(context, promise))).TrimEnd('.'),
                promises
            )
            : new ClaimFinding(ClaimJudgement.Unknown, context.Wording["claim_promise_none"], []);

    /// <summary>What was put forward, as a sentence without its full stop.</summary>
    public static string Said(AnswerContext context, Proposition claim) =>
        context.Wording[
            !PromiseFormatter.About(context, claim.Subject).IsEmpty ? "said_promised"
            : claim.Says.Term is null ? "said_coming"
            : "said_opening",
            ("name", claim.Name)
        ];
}
