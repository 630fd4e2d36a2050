using System.Globalization;
using System.Text;

namespace AiNewsBot.News.Rendering;

/// <summary>Where a text can be cut.</summary>
internal static class SentenceEnd
{
    private const int MinWordLength = 3;

    /// <summary>How much of a text is shown where no more than some characters fit: whole sentences where there are some, else whole
    /// words.</summary>
    /// <returns>The length, and whether a sentence ends there.</returns>
    public static (int Length, bool IsSentence) Find(string text, int max)
    {
        if (text.Length <= max)
            return (text.Length, true);
        for (var i = max; i > max / 3; i--)
        {
            if (Ends(text, i))
                return (i, true);
        }

        // Scripts without blanks are cut anywhere, never within a character.
        var space = text.LastIndexOf(' ', max);
        var length = space > max / 2 ? space : max;
        while (length > 0 && !IsBoundary(text, length))
            length--;
        return (length, false);
    }

    /// <summary>Whether a sentence ends with the character before a place.</summary>
    private static bool Ends(string text, int end)
    {
        var last = end - 1;

        // Quotation marks and brackets close behind the sign.
        while (
            last > 0 && char.GetUnicodeCategory(text[last]) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation
            || text[last] == '"'
        )
        {
            if (--last < 0)
                return false;
        }

        return text[last] switch
        {
            '。' or '！' or '？' or '｡' or '।' or '؟' or '…' => true,
            '!' or '?' => IsFollowedByBlank(text, end),
            '.' => IsFollowedByBlank(text, end) && !IsAbbreviation(text, last) && BeginsSentence(text, end),
            _ => false,
        };
    }

    private static bool IsFollowedByBlank(string text, int end) => end >= text.Length || char.IsWhiteSpace(text[end]);

    // "U.S. ", "e.g. ", "Dr. ": what is before the dot has a dot too, or is too short to be the last word of most sentences.
    private static bool IsAbbreviation(string text, int dot)
    {
        var start = dot;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        var word = text[start..dot];
        return word.Contains('.', StringComparison.Ordinal) && !char.IsDigit(word[0])
            || word.Length < MinWordLength && word.All(char.IsLetter);
    }

    private static bool BeginsSentence(string text, int end)
    {
        while (end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        return end >= text.Length || !char.IsLower(text[end]);
    }

    private static bool IsBoundary(string text, int index) =>
        !char.IsLowSurrogate(text[index])
        && text[index] != '\u200D'
        && text[index - 1] != '\u200D'
        && CharUnicodeInfo.GetUnicodeCategory(text[index])
            is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.ModifierSymbol)
        && Rune.GetRuneAt(text, index) is var rune
        && !(rune.Value is >= 0x1F3FB and <= 0x1F3FF);
}
