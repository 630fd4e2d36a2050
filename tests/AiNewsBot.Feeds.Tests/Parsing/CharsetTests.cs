using System.Text;
using AiNewsBot.Feeds.Parsing.Encodings;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Names of encodings as servers write them, and which of them fit the bytes.</summary>
public sealed class CharsetTests
{
    [Theory]
    [InlineData("utf-8", 65001)]
    [InlineData(" \"UTF8\" ", 65001)]
    [InlineData("iso-8859-1", 1252)]
    [InlineData("latin1", 1252)]
    [InlineData("ANSI", 1252)]
    [InlineData("iso-8859-9", 1254)]
    [InlineData("windows-1251", 1251)]
    [InlineData("gb2312", 54936)]
    [InlineData("x-sjis", 932)]
    [InlineData("euc-kr", 949)]
    [InlineData("tis-620", 874)]
    [InlineData("utf16", 1200)]
    public void Name_is_read_as_browsers_read_it(string name, int codePage) => Assert.Equal(codePage, Charsets.TryFind(name)?.CodePage);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("''")]
    [InlineData("no-such-charset")]
    [InlineData("utf-7")]
    [InlineData("an-encoding-with-a-name-that-is-far-too-long-for-one")]
    public void Unknown_or_forbidden_charset_is_not_found(string? name) => Assert.Null(Charsets.TryFind(name));

    [Theory]
    [InlineData("latin1", true, false, true)]
    [InlineData("utf-8", false, false, true)]
    [InlineData("utf-16", false, true, false)]
    [InlineData("utf-32", false, true, false)]
    [InlineData("windows-1251", false, false, true)]
    [InlineData("IBM037", false, false, false)]
    [InlineData("shift_jis", false, false, false)]
    public void Encoding_is_western_wide_or_keeps_ASCII(string name, bool isWestern, bool isWide, bool keepsAscii)
    {
        var encoding = Charsets.TryFind(name)!;

        Assert.Equal(
            (isWestern, isWide, keepsAscii),
            (Charsets.IsWestern(encoding), Charsets.IsWide(encoding), Charsets.KeepsAscii(encoding))
        );
    }

    [Theory]
    [InlineData("plain", true)]
    [InlineData("é", true)]
    [InlineData("éé\u0001E9", true)]
    [InlineData("\u0001E9", false)]
    [InlineData("é\u0001E9", false)]
    [InlineData("", true)]
    public void Mostly_valid_UTF8_is_UTF8(string text, bool isMatch) => Assert.Equal(isMatch, MixedUtf8.IsMatch(Bytes(text)));

    [Theory]
    [InlineData("é\u000193x\u000194", "é“x”")]
    [InlineData("x\u0001E9", "xé")]
    [InlineData("\u0001E2\u000182", "â‚")]
    public void Stray_bytes_within_it_are_those_of_Windows(string text, string decoded) =>
        Assert.Equal(decoded, MixedUtf8.Encoding.GetString(Bytes(text)));

    [Theory]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?>", null, 1251)]
    [InlineData("<html><meta charset=\"shift_jis\">\u000182\u0001A0", null, 932)]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?>\u0001EF", "koi8-r", 20866)]
    [InlineData("<?xml version='1.0' encoding='utf-16'?>", null, 65001)]
    [InlineData("<?xml version='1.0' encoding='no-such'?>", null, 65001)]
    [InlineData("notice: x\n<?xml version='1.0' encoding='windows-1251'?>", null, 1251)]
    [InlineData("plain", "latin1", 1252)]
    [InlineData("é", "latin1", 65001)]
    [InlineData("", null, 65001)]
    public void Server_then_document_then_bytes_tell_the_encoding(string text, string? charset, int codePage)
    {
        var (encoding, markLength) = EncodingResolver.Resolve(Bytes(text), charset);

        Assert.Equal((codePage, 0), (encoding.CodePage, markLength));
    }

    // \u0001 and two hexadecimal digits are a byte; all else is written in UTF-8.
    private static byte[] Bytes(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u0001')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return [.. bytes];
    }
}
