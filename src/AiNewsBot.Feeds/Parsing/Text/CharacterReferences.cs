using System.Globalization;
using System.Net;
using System.Text;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>References to characters, as in "&amp;#8217;" and "&amp;eacute;".</summary>
internal static class CharacterReferences
{
    private const int MaxLength = 32;

    /// <summary>The text with its references resolved; other text is unchanged.</summary>
    /// <param name="declared">What a document type declares beside the names of HTML; null without one.</param>
    /// <param name="limit">In characters, beyond which the rest is dropped: what is declared can be longer than its name.</param>
    public static string Decode(string text, IReadOnlyDictionary<string, string>? declared = null, int limit = int.MaxValue)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        var decoded = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty && decoded.Length <= limit; )
            decoded.Append(Next(ref rest, declared));
        return decoded.ToString();
    }

    /// <summary>Takes the next piece of a text, which is either a reference, resolved, or all up to the next.</summary>
    public static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest, IReadOnlyDictionary<string, string>? declared = null)
    {
        var length = rest.IndexOf('&');
        ReadOnlySpan<char> piece;
        if (length == 0)
        {
            (var replacement, length) = Read(rest, declared);
            piece = replacement;
        }
        else
        {
            length = length < 0 ? rest.Length : length;
            piece = rest[..length];
        }

        rest = rest[length..];
        return piece;
    }

    private static (string Replacement, int Length) Read(ReadOnlySpan<char> text, IReadOnlyDictionary<string, string>? declared)
    {
        if (text.Length > 1 && text[1] == '#')
            return Numeric(text);
        var end = text[..Math.Min(text.Length, MaxLength)].IndexOf(';');
        return end > 1 && Named(text[1..end], declared) is { } known ? (known, end + 1) : ("&", 1);
    }

    private static string? Named(ReadOnlySpan<char> name, IReadOnlyDictionary<string, string>? declared)
    {
        switch (name)
        {
            case "amp":
                return "&";
            case "lt":
                return "<";
            case "gt":
                return ">";
            case "quot":
                return "\"";
            case "nbsp":
                return "\u00A0";
        }

        if (declared is not null && declared.TryGetValue(name.ToString(), out var value))
            return value;
        var known = WebUtility.HtmlDecode($"&{name};");
        return known[0] == '&' ? null : known;
    }

    private static (string Replacement, int Length) Numeric(ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end < start + 8 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (
            end == start
            || !int.TryParse(
                text[start..end],
                isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
            return ("&", 1);
        return (Character(code), end < text.Length && text[end] == ';' ? end + 1 : end);
    }

    private static string Character(int code) =>
        code is >= 0x80 and <= 0x9F ? Windows1252.Decode((char)code).ToString()
        : Rune.IsValid(code) ? new Rune(code).ToString()
        : "\uFFFD";
}
