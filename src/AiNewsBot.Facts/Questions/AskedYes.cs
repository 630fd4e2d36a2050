using System.Collections.Immutable;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Whether a yes would answer what was asked.</summary>
internal static class AskedYes
{
    /// <summary>Whether it asks for the opposite of what an answer tells: "is it forbidden", "do I have to pay", "did it stay the same"; or
    /// which of two is so. A yes would then agree to it.</summary>
    public static bool IsOfOpposite(ImmutableArray<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (
                PropositionWords.Shipped.Is("forbidding", tokens[i].Text)
                || PropositionWords.Shipped.Is("denials", tokens[i].Text)
                || tokens[i].Text is "or" or "which" or "violate" or "violates" or "violation" or "breach" or "against"
                || tokens[i].Text is "must" or "same" or "stay" or "stayed" or "keep" or "kept"
                || tokens[i].Text is "have" or "need" or "required" && i + 1 < tokens.Length && tokens[i + 1].Text is "to"
            )
                return true;
        }

        return false;
    }
}
