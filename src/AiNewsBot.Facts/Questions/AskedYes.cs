using System.Collections.Immutable;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Whether a yes would answer what was asked.</summary>
internal static class AskedYes
{
    private const int MaxDistance = 5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Whether it asks for the opposite of what an answer tells: "is it forbidden", "do I have to pay", "did it stay the same"; or
    /// which of two is so. A yes would then agree to it.</summary>
    public static bool IsOfOpposite(ImmutableArray<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                Words.Is("forbidding", tokens[i].Text)
                || Words.Is("denials", tokens[i].Text)
                || tokens[i].Text is "or" or "which" or "why" or "violate" or "violates" or "violation" or "breach" or "against"
                || tokens[i].Text is "must" or "same" or "stay" or "stayed" or "keep" or "kept"
                || tokens[i].Text is "have" or "need" or "required" && i + 1 < tokens.Length && tokens[i + 1].Text is "to"
                || tokens[i].Text is "need" or "needs" or "require" or "requires" && AsksForLeave(tokens, i)
            )
                return true;
        }

        // "Still research only?" asks for the opposite of what one may do.
        return Words.Find(tokens, _ => false).Exists(hit => hit is { Group: "terms", Value: "non-commercial" });
    }

    // "Does it need a paid licence", "do I need a permission".
    private static bool AsksForLeave(ImmutableArray<Token> tokens, int need)
    {
        for (var i = need + 1; i < Math.Min(tokens.Length, need + MaxDistance); i++)
        {
            if (Words.Is("licences", tokens[i].Text) || tokens[i].Text is "paid" or "permission" or "approval" or "fee" or "fees")
                return true;
        }

        return false;
    }
}
