using AiNewsBot.Chat.Texts;
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
        ChatTexts.Current[
            judgement switch
            {
                ClaimJudgement.Agrees => "claim.agrees",
                ClaimJudgement.Disagrees => "claim.disagrees",
                ClaimJudgement.Depends => "claim.depends",
                _ => "claim.unknown",
            }
        ];
}
