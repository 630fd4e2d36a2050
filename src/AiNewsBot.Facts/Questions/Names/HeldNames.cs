using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>The known model whose whole name is written within an unknown one, as what it is likely to be made of.</summary>
internal sealed class HeldNames(NameIndex names)
{
    // Step, Bark and Orca are words before they are names.
    private const int MaxWord = 5;

    /// <summary>That model; none where a slip, the name of a maker or a short word of the language was read for one, or a name without a
    /// number that another begins before: Jean-Claude is no Claude.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="start">Where the unknown name begins.</param>
    /// <param name="link">The known name in it.</param>
    public ImmutableArray<SubjectView> Of(ImmutableArray<Token> tokens, int start, EntityLink link) =>
        link is { IsTypo: false, IsAmbiguous: false, Subject: { IsModel: true } model }
        && (link.Start == start || link.Typed.Any(char.IsAsciiDigit))
        && !IsShortWord(tokens, link)
        && !IsMaker(link.Typed, model)
            ? link.Candidates
            : [];

    private static bool IsShortWord(ImmutableArray<Token> tokens, EntityLink link) =>
        link.Count == 1 && tokens[link.Start].Text is { Length: <= MaxWord } word && CommonEnglishWords.Find(word) != WordClasses.None;

    // MiniMax makes more than the models that are called so.
    private bool IsMaker(string typed, SubjectView model) =>
        names.MakerOf(model) is { } maker
        && Tokenizer.Key(typed) is var key
        && (
            Tokenizer.Key(maker.Name).StartsWith(key, StringComparison.Ordinal)
            || maker.Subject.Aliases.Any(alias => Tokenizer.Key(alias) == key)
        );
}
