using System.Text.RegularExpressions;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Markup;

/// <summary>A document type: passed over, but for the plain texts that its own part declares.</summary>
internal static partial class DocumentType
{
    private const int MaxCount = 200;
    private const int MaxLength = 64 * 1024;

    /// <summary>Moves behind the document type, and reads what it declares.</summary>
    /// <returns>Texts by name; null where it declares none.</returns>
    public static IReadOnlyDictionary<string, string>? Read(TextCursor cursor)
    {
        cursor.TakeUntil("[>");
        if (cursor.Current != '[')
        {
            cursor.SkipPast(">");
            return null;
        }

        var close = cursor.Find("]");
        var length = (close < 0 ? cursor.Text.Length : close) - cursor.At;
        var declared = Declared(cursor.Text.Substring(cursor.At, Math.Min(length, MaxLength)));
        cursor.At += length;
        cursor.SkipPast(">");
        return declared.Count > 0 ? declared : null;
    }

    private static Dictionary<string, string> Declared(string subset)
    {
        var declared = new Dictionary<string, string>();
        foreach (Match match in Entity().Matches(subset))
        {
            if (declared.Count == MaxCount)
                break;
            declared.TryAdd(match.Groups["name"].Value, CharacterReferences.Decode(match.Groups["value"].Value));
        }

        return declared;
    }

    // A text that refers to other texts is not taken, nor one with markup in it: expansions of expansions are how a small document becomes
    // a large one. References to characters are fine.
    [GeneratedRegex(
        """<!ENTITY\s{1,20}(?<name>[\w.-]{1,40})\s{1,20}(?:"(?<value>(?:[^"&<%]|&#x?[0-9a-fA-F]{1,6};){0,200})"|"""
            + """'(?<value>(?:[^'&<%]|&#x?[0-9a-fA-F]{1,6};){0,200})')\s{0,20}>""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Entity();
}
