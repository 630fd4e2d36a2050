using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Facts.Text;

/// <summary>Cuts a text into words, without what chat puts around them: mentions, links, Markdown, emoji.</summary>
public static partial class Tokenizer
{
    private const int MaxStackLength = 256;

    private static readonly SearchValues<char> NoiseCharacters = SearchValues.Create([
        .. "<>*_~`|/\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\uFEFF",
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(character => character != '\n' && char.IsControl(character)),
    ]);

    /// <summary>The words of a text. Dots stay within numbers (3.1); dashes, slashes and Markdown separate.</summary>
    public static ImmutableArray<Token> Split(string text)
    {
        var clean = Clean(text);
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var (sentence, clause, i, end) = (0, 0, 0, 0);
        var (bracket, brackets) = (0, 0);
        while (i < clean.Length)
        {
            if (!IsWord(clean, i))
            {
                var endsSentence = EndsSentence(clean, i);
                if ((endsSentence || EndsClause(clean, i)) && tokens.Count > 0 && tokens[^1].Clause == clause)
                    clause++;
                if (endsSentence && tokens.Count > 0 && tokens[^1].Sentence == sentence)
                {
                    if (clean[i] == '?')
                        MarkAsked(tokens);
                    sentence++;
                }

                if (clean[i] == '(' && ClosesOnLine(clean, i))
                    bracket = ++brackets;
                else if (clean[i] is ')' or '\n')
                    bracket = 0;
                i++;
                continue;
            }

            var start = i;
            var script = Script(clean[i]);
            while (i < clean.Length && IsWord(clean, i) && Script(clean[i]) == script)
                i++;
            var raw = clean[start..i];
            var word = Fold(raw);
            if (word.Length > 0)
                tokens.Add(
                    new Token(word, raw, sentence)
                    {
                        Clause = clause,
                        Bracket = bracket,
                        Joint = JointOf(clean.AsSpan(end, start - end)),
                        IsPercentage = i < clean.Length && clean[i] == '%',
                    }
                );
            end = i;
        }

        return tokens.ToImmutable();
    }

    /// <summary>The words of a name run together: what a name is looked up by.</summary>
    public static string Key(string name) =>
        Ascii.IsValid(name) && !name.AsSpan().ContainsAny(NoiseCharacters) && !name.Contains('\'')
            ? KeyOfPlain(name)
            : string.Concat(Split(name).Select(token => token.Text));

    /// <summary>Lower case, without accents, apostrophes and the possessive.</summary>
    public static string Fold(string word)
    {
        var span = word.AsSpan();
        if (span is [.., '\'' or '’', 's' or 'S'])
            span = span[..^2];
        if (Ascii.IsValid(span) && !span.Contains('\''))
            return span.ContainsAnyInRange('A', 'Z') ? span.ToString().ToLowerInvariant()
                : span.Length == word.Length ? word
                : span.ToString();
        var folded = new StringBuilder(span.Length);
        foreach (var character in span.ToString().Normalize(NormalizationForm.FormD))
        {
            if (
                character is '\'' or '’'
                || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark && !IsKana(character)
            )
                continue;
            folded.Append(char.ToLowerInvariant(character));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a character is of a script that is written without spaces.</summary>
    public static bool IsCjk(char character) => Script(character) != 0;

    /// <summary>The script of a character, where a change of script ends a word: 1 hiragana, 2 katakana, 3 Chinese characters; 0 for all
    /// that is written with spaces.</summary>
    public static int Script(char character) =>
        character switch
        {
            < '぀' => 0,
            <= 'ゟ' => 1,
            <= 'ヿ' => 2,
            >= '㐀' and <= '鿿' => 3,
            _ => 0,
        };

    // Every start makes the keys of thousands of names, nearly all of them plain.
    private static string KeyOfPlain(string name)
    {
        var key = name.Length <= MaxStackLength ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (IsWord(name, i))
                key[length++] = char.ToLowerInvariant(name[i]);
        }

        key = key[..length];
        return key.SequenceEqual(name) ? name : key.ToString();
    }

    // Most questions are plain words: what takes time is done only where there is something to clean.
    private static string Clean(string text)
    {
        var clean = text;
        if (!Ascii.IsValid(text))
        {
            // Halves of surrogate pairs and code points that are no characters are no text, and cannot be normalised.
            var characters = new StringBuilder(text.Length);
            foreach (var rune in text.EnumerateRunes())
                characters.Append((rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF ? Rune.ReplacementChar : rune);
            clean = characters.ToString();
        }

        if (clean.AsSpan().ContainsAny(NoiseCharacters))
        {
            var noisy = clean;
            clean = Noise()
                .Replace(
                    noisy,
                    match =>
                        match.Groups["named"] is { Success: true } named ? $" {named.ValueSpan} "
                        : IsWithinWord(noisy, match) ? "_"
                        : " "
                );
        }

        if (Ascii.IsValid(clean))
            return clean;
        clean = clean.Normalize(NormalizationForm.FormKC);
        return clean.Contains('年', StringComparison.Ordinal) ? JapaneseDate().Replace(clean, IsoDate) : clean;
    }

    private static string IsoDate(Match match) =>
        $" {match.Groups[1].Value}-{match.Groups[2].Value.PadLeft(2, '0')}{(match.Groups[3].Success ? $"-{match.Groups[3].Value}" : "")} ";

    // open_clip is one name; *open* is Markdown.
    private static bool IsWithinWord(string text, Match match) =>
        match.Value == "_"
        && match.Index > 0
        && char.IsLetterOrDigit(text[match.Index - 1])
        && match.Index + 1 < text.Length
        && char.IsLetterOrDigit(text[match.Index + 1]);

    private static char JointOf(ReadOnlySpan<char> between)
    {
        if (between.Length == 1 && !char.IsWhiteSpace(between[0]) || between is [.., '@' or '$' or '€' or '£'])
            return between[^1];
        foreach (var character in between)
        {
            if (!char.IsWhiteSpace(character))
                return ',';
        }

        return ' ';
    }

    // A sad face opens no bracket.
    private static bool ClosesOnLine(string text, int open)
    {
        var end = text.AsSpan(open + 1).IndexOfAny(')', '\n');
        return end >= 0 && text[open + 1 + end] == ')';
    }

    private static bool IsKana(char character) => character is '゙' or '゚';

    private static bool IsWord(string text, int index)
    {
        var character = text[index];
        if (char.IsLetterOrDigit(character) || !char.IsAscii(character) && IsMark(character))
            return true;
        var before = index > 0 ? text[index - 1] : ' ';
        var after = index + 1 < text.Length ? text[index + 1] : ' ';
        return character switch
        {
            '.' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '+' => char.IsLetterOrDigit(before) && !char.IsLetterOrDigit(after),
            _ => false,
        };
    }

    // The vowels of Devanagari are marks that take room, and belong to their words.
    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static void MarkAsked(ImmutableArray<Token>.Builder tokens)
    {
        for (var i = tokens.Count - 1; i >= 0 && tokens[i].Sentence == tokens[^1].Sentence; i--)
            tokens[i] = tokens[i] with { IsAsked = true };
    }

    // A comma within a number separates nothing, nor does a dash within a word.
    private static bool EndsClause(string text, int index) =>
        text[index] switch
        {
            ':' or '"' or '“' or '”' or '«' or '»' or '—' or '…' or '、' => true,
            ',' => index + 1 == text.Length || !char.IsAsciiDigit(text[index + 1]) && !IsBeforeYear(text, index),
            '-' or '–' => index > 0 && text[index - 1] == ' ' && index + 1 < text.Length && text[index + 1] == ' ',
            _ => false,
        };

    // March 17, 2024
    private static bool IsBeforeYear(string text, int comma) =>
        comma > 0
        && char.IsAsciiDigit(text[comma - 1])
        && comma + 5 < text.Length
        && text.AsSpan(comma + 2, 2) is "19" or "20"
        && char.IsAsciiDigit(text[comma + 4])
        && char.IsAsciiDigit(text[comma + 5]);

    private static bool EndsSentence(string text, int index) =>
        text[index] is '?' or '!' or '\n' or ';' or '。'
        || text[index] == '.' && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]) && !IsAbbreviation(text, index));

    // Musk v. OpenAI, J. Doe, e.g. this: a single letter that is no word ends no sentence.
    private static bool IsAbbreviation(string text, int dot) =>
        dot >= 4 && text.AsSpan(dot - 4, 4) is "incl" or "excl"
        || dot > 0
            && char.IsAsciiLetter(text[dot - 1])
            && text[dot - 1] is not ('i' or 'I' or 'a' or 'u' or 'y' or 'k')
            && (dot == 1 || !char.IsLetterOrDigit(text[dot - 2]) && text[dot - 2] is not ('\'' or '’'));

    // 2024年3月18日
    [GeneratedRegex(@"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")]
    private static partial Regex JapaneseDate();

    // The address of a model on a hub names it: huggingface.co/mistralai/Mistral-7B-v0.1.
    // Mentions and custom emoji <@1>, <#1>, <:name:1>, timestamps; links; code marks; zero-width characters.
    [GeneratedRegex(
        @"<[@#:at][^<>\s]{0,64}>"
            + @"|https?://(www\.)?(huggingface\.co|hf\.co|github\.com|ollama\.com|modelscope\.cn)/(models/|library/)?"
            + @"(?<named>[\w.-]{1,64}(/[\w.-]{1,64})?)\S*"
            + @"|https?://\S+|[*_~`|>]+(?=\S)|(?<=\S)[*_~`|]+|[\u200B-\u200F\u2060-\u2064\uFEFF\p{Cc}-[\n]]"
    )]
    private static partial Regex Noise();
}
