using System.Text;
using UtfUnknown;

namespace AiNewsBot.Feeds.Parsing.Encodings;

/// <summary>The encoding of an undeclared text, by how often its bytes follow each other.</summary>
internal static class EncodingDetector
{
    private const int Enough = 64 * 1024;

    public static Encoding Detect(ReadOnlySpan<byte> body) =>
        Charsets.TryFind(CharsetDetector.DetectFromBytes(body[..Math.Min(body.Length, Enough)].ToArray()).Detected?.EncodingName)
            is { } likely
        && !Charsets.IsWide(likely)
            ? likely
            : Charsets.Windows1252;
}
