using System.Collections.Frozen;
using System.Text;

namespace AiNewsBot.Feeds.Parsing.Encodings;

/// <summary>Encodings by the names that servers and documents give them.</summary>
internal static class Charsets
{
    // As browsers read them (https://encoding.spec.whatwg.org/#names-and-labels): what calls itself by the older, smaller standard holds
    // characters of the larger one.
    private static readonly FrozenDictionary<string, int> Larger = new Dictionary<string, int>
    {
        ["iso-8859-1"] = 1252,
        ["latin1"] = 1252,
        ["l1"] = 1252,
        ["us-ascii"] = 1252,
        ["ascii"] = 1252,
        ["iso8859-1"] = 1252,
        ["iso_8859-1"] = 1252,
        ["ansi"] = 1252,
        ["iso-8859-9"] = 1254,
        ["latin5"] = 1254,
        ["iso-8859-11"] = 874,
        ["tis-620"] = 874,
        ["tis620"] = 874,
        ["gb2312"] = 54936,
        ["gb_2312-80"] = 54936,
        ["gbk"] = 54936,
        ["x-gbk"] = 54936,
        ["cp936"] = 54936,
        ["euc-kr"] = 949,
        ["euckr"] = 949,
        ["ks_c_5601-1987"] = 949,
        ["ksc5601"] = 949,
        ["cp949"] = 949,
        ["uhc"] = 949,
        ["shift_jis"] = 932,
        ["shift-jis"] = 932,
        ["sjis"] = 932,
        ["x-sjis"] = 932,
        ["cp932"] = 932,
        ["big5-hkscs"] = 950,
        ["utf8"] = 65001,
        ["utf-8"] = 65001,
        ["utf16"] = 1200,
        ["utf_16"] = 1200,
        ["u16"] = 1200,
        ["utf32"] = 12000,
        ["utf_32"] = 12000,
        ["u32"] = 12000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding of a name; null where it is unknown.</summary>
    public static Encoding? TryFind(string? name)
    {
        var label = name?.Trim(' ', '"', '\'') ?? "";
        if (label.Length is 0 or > 40)
            return null;
        try
        {
            return Larger.TryGetValue(label, out var page)
                ? FromCodePage(page)
                : CodePagesEncodingProvider.Instance.GetEncoding(label) ?? Encoding.GetEncoding(label);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // An unknown name, or one that is forbidden for good reason (UTF-7).
            return null;
        }
    }

    /// <summary>Whether the encoding has one byte for each of the characters of Western Europe.</summary>
    public static bool IsWestern(Encoding encoding) => encoding.CodePage is 1252 or 28591 or 28605 or 20127;

    /// <summary>Whether the encoding puts a zero byte beside each character of markup.</summary>
    public static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    /// <summary>Whether the bytes of ASCII stand for ASCII in it, and for nothing else.</summary>
    public static bool KeepsAscii(Encoding encoding) =>
        encoding is UTF8Encoding || encoding.IsSingleByte && encoding.GetBytes("<>") is [(byte)'<', (byte)'>'];

    private static Encoding FromCodePage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
}
