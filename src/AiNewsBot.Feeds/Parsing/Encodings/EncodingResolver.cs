using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace AiNewsBot.Feeds.Parsing.Encodings;

/// <summary>The encoding of a feed or a page: by its byte order mark, else by what the server says, else by what the document says, else
/// by what it looks like.</summary>
internal static partial class EncodingResolver
{
    private const int Declaration = 2048;
    private const int Beginning = 64 * 1024;

    // Longest first: UTF-32's mark begins with that of UTF-16.
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: true)),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xEF, 0xBB, 0xBF], MixedUtf8.Encoding),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    /// <summary>The encoding of a body, and how many bytes of it are the mark that tells it.</summary>
    /// <param name="charset">As the server calls it; null where it does not say.</param>
    public static (Encoding Encoding, int MarkLength) Resolve(ReadOnlySpan<byte> body, string? charset)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (body.StartsWith(mark))
                return (encoding, mark.Length);
        }

        if (WithoutMark(body) is { } wide)
            return (wide, 0);
        var isUtf8 = Utf8.IsValid(body);
        foreach (var named in (ReadOnlySpan<Encoding?>)[Charsets.TryFind(charset), Charsets.TryFind(DeclaredIn(body))])
        {
            if (named is not null && Fits(named, body, isUtf8))
                return (named is UTF8Encoding ? MixedUtf8.Encoding : named, 0);
        }

        return (isUtf8 || MixedUtf8.IsMatch(body) ? MixedUtf8.Encoding : EncodingDetector.Detect(body), 0);
    }

    // The first characters of a document, or of what a program printed before it, are ASCII: where the zeros are beside them tells.
    private static Encoding? WithoutMark(ReadOnlySpan<byte> body) =>
        body switch
        {
            [0, 0, 0, var first, ..] when IsFirst(first) => Marks[1].Encoding,
            [var first, 0, 0, 0, ..] when IsFirst(first) => Marks[0].Encoding,
            [0, var first, ..] when IsFirst(first) => Encoding.BigEndianUnicode,
            [var first, 0, ..] when IsFirst(first) => Encoding.Unicode,
            _ => null,
        };

    private static bool IsFirst(byte character) => character is (byte)'\t' or (byte)'\r' or (byte)'\n' or (>= (byte)' ' and < 0x7F);

    // Declared names are often an unchosen default. UTF-8 beyond ASCII is hardly ever met by chance in what is something else, and
    // what is not UTF-8 proves it.
    private static bool Fits(Encoding named, ReadOnlySpan<byte> body, bool isUtf8) =>
        named is UTF8Encoding
            ? isUtf8 || MixedUtf8.IsMatch(body)
            : !Charsets.IsWide(named) && !(isUtf8 && Charsets.IsWestern(named) && !Ascii.IsValid(body));

    private static string? DeclaredIn(ReadOnlySpan<byte> body)
    {
        // What a server's program prints in error comes before the declaration.
        var start = Math.Max(body[..Math.Min(body.Length, Beginning)].IndexOf("<?xml"u8), 0);
        var head = body.Slice(start, Math.Min(body.Length - start, Declaration));

        // "<?xm" in the code of IBM's large machines.
        var text = head.StartsWith((byte[])[0x4C, 0x6F, 0xA7, 0x94])
            ? Charsets.TryFind("IBM037")!.GetString(head)
            : Encoding.Latin1.GetString(head);
        return Declared().Match(text) is { Success: true } xml ? xml.Groups["name"].Value
            : DeclaredByPage().Match(text) is { Success: true } page ? page.Groups["name"].Value
            : null;
    }

    [GeneratedRegex("""<\?xml\s[^>]{0,200}?encoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]{1,40})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();

    [GeneratedRegex(
        """<meta\s[^>]{0,200}?charset\s*=\s*["']?(?<name>[A-Za-z0-9._:-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex DeclaredByPage();
}
