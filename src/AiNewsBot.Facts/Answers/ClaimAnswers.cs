using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>Whether a claim of openness, made rather than asked, is so.</summary>
internal static class ClaimAnswers
{
    /// <summary>Puts in front of an answer whether what was claimed is so; a question is left as it is.</summary>
    public static Answer Judge(AnswerContext context, Answer answer)
    {
        if (!context.Question.IsClaim || answer.Status != AnswerStatus.Answered || answer.Verdict is not { } verdict)
            return answer;
        var claimsClosed = context.Question.Tokens.Any(token => token.Text is "closed" or "proprietary" or "not" or "isnt" or "arent");
        var key = verdict switch
        {
            VerdictKind.OpenSource => claimsClosed ? "claim_disagrees" : "claim_agrees",
            VerdictKind.Closed => claimsClosed ? "claim_agrees" : "claim_disagrees",
            _ => "claim_depends",
        };
        return answer with { Lead = $"{context.Wording[key]} {answer.Lead}" };
    }
}
