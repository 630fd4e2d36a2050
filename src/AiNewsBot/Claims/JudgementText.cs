using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Claims;

/// <summary>A judgement on a claim, as a sign and as a sentence.</summary>
internal static class JudgementText
{
    public static string Symbol(ClaimJudgement judgement) =>
        judgement switch
        {
            ClaimJudgement.Agrees => "✅",
            ClaimJudgement.Disagrees => "❌",
            ClaimJudgement.Depends => "⚖️",
            _ => "❔",
        };

    public static string Sentence(ClaimJudgement judgement) =>
        judgement switch
        {
            ClaimJudgement.Agrees => "that is so.",
            ClaimJudgement.Disagrees => "that is not so.",
            ClaimJudgement.Depends => "that is partly so.",
            _ => "that cannot be told.",
        };
}
