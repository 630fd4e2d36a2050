using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Texts of JSON that a strict reader refuses: halves of pairs of surrogates, and unescaped line ends.</summary>
internal static partial class JsonEscapes
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text between quotation marks; half a pair counts as a sign that could not be read.</summary>
    public static string Decode(string raw)
    {
        var text = new StringBuilder(
            Escape()
                .Replace(
                    raw,
                    match =>
                        match.Groups["code"] is { Success: true } code
                            ? ((char)ushort.Parse(code.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString()
                            : match.Groups["sign"].Value switch
                            {
                                "n" => "\n",
                                "r" => "\r",
                                "t" => "\t",
                                "b" => "\b",
                                "f" => "\f",
                                var sign => sign,
                            }
                )
        );
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = Replacement;
        }

        return text.ToString();
    }

    /// <summary>A copy of a document in which no text has signs in it that have to be escaped: blanks take their place.</summary>
    public static byte[] WithoutControls(ReadOnlySpan<byte> utf8)
    {
        var clean = utf8.ToArray();
        var isText = false;
        for (var i = 0; i < clean.Length; i++)
        {
            if (clean[i] == '"')
                isText = !isText;
            else if (isText && clean[i] == '\\')
                i++;
            else if (isText && clean[i] < ' ')
                clean[i] = (byte)' ';
        }

        return clean;
    }

    [GeneratedRegex(@"\\(?:u(?<code>[0-9A-Fa-f]{4})|(?<sign>.))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
