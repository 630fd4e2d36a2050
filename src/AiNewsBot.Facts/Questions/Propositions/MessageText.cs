using System.Text.RegularExpressions;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Marks in a message by which a clause would be cut at the wrong place.</summary>
internal static partial class MessageText
{
    private const int MaxQuotedWords = 3;

    /// <summary>
    /// The text in which brackets are set off by commas, a few quoted words in the middle of a sentence are unquoted, "3.x" is the family
    /// of 3, and what French writes as one word with a name is apart.
    /// </summary>
    public static string Flatten(string text) =>
        AnyVersion()
            .Replace(
                Quoted()
                    .Replace(
                        Elided().Replace(Bracketed().Replace(text, ", ($1$2), "), "$1e "),
                        match =>
                            match.Groups[1].Value.Count(character => character == ' ') < MaxQuotedWords
                                ? match.Groups[1].Value
                                : match.Value
                    ),
                "$1"
            );

    [GeneratedRegex(@"(?<=\s)\(([^()\n]*)\)|（([^（）\n]*)）")]
    private static partial Regex Bracketed();

    /// <summary>
    /// The text without the numbers of a list, which are no names. The point behind a month that is cut short ends no sentence, and "by
    /// Meta i think?" asks nothing.
    /// </summary>
    public static string Prepare(string text) => NotSo().Replace(Unsure().Replace(WithoutMarks(text), "$1."), "$1 $2");

    private static string WithoutMarks(string text) =>
        ShortMonth().Replace(Numbered().Replace(WithLines(Picture().Replace(text, ", ")), "$1"), "$1 ");

    // "1) X is MIT, 2) Y isn't, 3) Z": the items of a list in one line, each in a line of its own; but not "(Llama 2, 3)".
    private static string WithLines(string text) =>
        Item().Replace(text, match => IsInBrackets(text, match.Index) ? match.Value : $"{match.Groups[1].Value}\n");

    private static bool IsInBrackets(string text, int index) => text.LastIndexOf('(', index) > text.LastIndexOf(')', index);

    // "Le code d'OLMo 2", "l'Apache 2.0", "ne l'était pas", "pas d'usage commercial"
    [GeneratedRegex(@"\b([dlDL])['’](?=\p{Lu}|(?:est|était|a|usage|utilisation)\b)")]
    private static partial Regex Elided();

    // "3. DeepSeek-V3.2 is MIT" at the beginning of a line
    [GeneratedRegex(@"(?<=^|\n)([ \t]*(?:>[ \t]*)?)(?:\d{1,2}[.)]|\(\d{1,2}\))[ \t]+(?=[^\s\d])")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"([:;,.!])[ \t]+(?:\(\d{1,2}\)|\d{1,2}\))[ \t]+(?=[^\s\d])")]
    private static partial Regex Item();

    // "Phi 4 MIT 🔥 Gemma 2 Apache": between words a picture parts what is said.
    [GeneratedRegex(@"[ \t]+(?:[\uD83C-\uDBFF][\uDC00-\uDFFF][\uFE0F\u200D]?)+[ \t]+(?=[\p{L}\d])")]
    private static partial Regex Picture();

    // "Sept. 2024"
    [GeneratedRegex(
        @"\b(jan|janv|feb|fev|févr|mar|apr|avr|abr|may|jun|jul|juil|aug|ago|sep|sept|set|oct|okt|out|nov|dec|déc|dez|dic)\.[ ]*(?=\d)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex ShortMonth();

    // "StarCoder2 is by Meta i think?"
    [GeneratedRegex(@"\b(i think|i guess|i believe|iirc|afaik|creo|glaub ich|je crois|acho)\s*\?", RegexOptions.IgnoreCase)]
    private static partial Regex Unsure();

    // "Not so with Falcon 180B"
    [GeneratedRegex(@"\b(not) so (with|for|of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotSo();

    // Behind a colon or comma a quote begins a sentence of its own.
    [GeneratedRegex("""(?<=[\p{L}\p{N}] )["“]([^"“”\n,]+)["”](?=[\s.!?]|$)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(\d)\.x\b", RegexOptions.IgnoreCase)]
    private static partial Regex AnyVersion();
}
