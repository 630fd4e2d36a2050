using System.Globalization;
using System.Net;
using System.Text;

namespace AiNewsBot.News.Parsing.Text;

/// <summary>References to characters, as in "&amp;#8217;" and "&amp;eacute;".</summary>
internal static class CharacterReferences
{
    private const int Longest = 32;

    /// <summary>The text with its references resolved; what is none stays as it is.</summary>
    /// <param name="declared">What a document type declares beside the names of HTML; null where there is none.</param>
    /// <param name="limit">In characters, beyond which the rest is dropped: what is declared can be longer than its name.</param>
    public static string Decode(string text, IReadOnlyDictionary<string, string>? declared = null, int limit = int.MaxValue)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
            return text;
        var decoded = new StringBuilder(text.Length);
        var done = 0;
        while (at >= 0)
        {
            if (decoded.Length > limit)
                return decoded.ToString();
            decoded.Append(text, done, at - done);
            var (replacement, length) = Read(text.AsSpan(at), declared);
            decoded.Append(replacement ?? "&");
            done = at + (replacement is null ? 1 : length);
            at = done < text.Length ? text.IndexOf('&', done) : -1;
        }

        return decoded.Append(text, done, text.Length - done).ToString();
    }

    private static (string? Replacement, int Length) Read(ReadOnlySpan<char> text, IReadOnlyDictionary<string, string>? declared)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (text.Length > 1 && text[1] == '#')
            return Numeric(text);
        if (end < 2)
            return (null, 0);
        var name = text[1..end].ToString();
        if (declared is not null && declared.TryGetValue(name, out var value))
            return (value, end + 1);
        var known = WebUtility.HtmlDecode($"&{name};");
        return known.StartsWith('&') && known.Length > 1 ? (null, 0) : (known, end + 1);
    }

    private static (string? Replacement, int Length) Numeric(ReadOnlySpan<char> text)
    {
        var isHex = text.Length > 2 && text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end < start + 8 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start || !int.TryParse(text[start..end], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return (null, 0);
        var length = end < text.Length && text[end] == ';' ? end + 1 : end;
        return (Character(code), length);
    }

    private static string Character(int code) =>
        code is >= 0x80 and <= 0x9F ? Windows1252.Of((char)code).ToString()
        : Rune.IsValid(code) ? new Rune(code).ToString()
        : "\uFFFD";
}
