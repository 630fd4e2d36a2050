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

    // "Le code d'OLMo 2", "l'Apache 2.0"
    [GeneratedRegex(@"\b([dlDL])['’](?=\p{Lu})")]
    private static partial Regex Elided();

    // Behind a colon or comma a quote begins a sentence of its own.
    [GeneratedRegex("""(?<=[\p{L}\p{N}] )["“]([^"“”\n,]+)["”](?=[\s.!?]|$)""")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(\d)\.x\b", RegexOptions.IgnoreCase)]
    private static partial Regex AnyVersion();
}
