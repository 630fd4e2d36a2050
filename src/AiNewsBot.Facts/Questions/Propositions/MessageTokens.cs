using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>The words of a message, where slips in those that tell what is claimed are put right: "nonccommercial". Names are left as they
/// are written.</summary>
internal static class MessageTokens
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The words of a part of a message.</summary>
    /// <param name="lexicon">The words of the languages.</param>
    /// <param name="text">The part.</param>
    /// <param name="unspaced">Words of languages without spaces by which claims are made; null for none but those of the rules.</param>
    public static ImmutableArray<Token> Read(Lexicon lexicon, string text, IReadOnlySet<string>? unspaced = null)
    {
        var tokens = Words.Segment(lexicon.InLatin(Tokenizer.Split(text)), unspaced);

        // In another language the slip of an English word may be a word.
        return lexicon.IsForeign(tokens) ? tokens : [.. tokens.Select(Corrected)];
    }

    private static Token Corrected(Token token) =>
        !token.IsAttached && !token.Raw.Skip(1).Any(char.IsUpper) && Words.Correct(token.Text) is { } word
            ? token with
            {
                Text = word,
            }
            : token;
}
