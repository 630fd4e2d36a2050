using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>The text of the beginning of a page, in the encoding of its byte order mark, its server, or its own head.</summary>
internal static partial class HtmlPageDecoder
{
    // A page's links to its feeds stand in its head.
    private const int MaxLength = 512 * 1024;
    private const int Declaration = 2048;

    public static string Decode(ReadOnlySpan<byte> body, string? charset)
    {
        var head = body[..Math.Min(body.Length, MaxLength)];
        return (Marked(head) ?? Named(charset) ?? Named(Declared(head)) ?? Encoding.UTF8).GetString(head).TrimStart('\uFEFF');
    }

    private static Encoding? Marked(ReadOnlySpan<byte> body) =>
        body.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : body.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : body.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    private static string? Declared(ReadOnlySpan<byte> body) =>
        Charset().Match(Encoding.Latin1.GetString(body[..Math.Min(body.Length, Declaration)])) is { Success: true } match
            ? match.Groups["name"].Value
            : null;

    private static Encoding? Named(string? name)
    {
        if (name is null)
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // An unknown name, or one that is forbidden for good reason (UTF-7).
            return null;
        }
    }

    // A head that is read in single bytes is not in UTF-16, even where it says so.
    [GeneratedRegex(
        """<meta[^>]{0,200}charset\s*=\s*["']?(?!utf-?16)(?<name>[A-Za-z0-9_-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();
}
