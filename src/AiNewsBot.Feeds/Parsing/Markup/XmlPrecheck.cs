namespace AiNewsBot.Feeds.Parsing.Markup;

/// <summary>Tells whether the framework's reader may have a document: its time grows with the square of an element's attributes, of which 8
/// MB take half a minute, and it holds a name several times.</summary>
internal static class XmlPrecheck
{
    private const int MaxAttributes = 100;
    private const int MaxNameLength = 64 * 1024;

    /// <summary>Whether no element has more attributes, or longer names, than honest ones have.</summary>
    /// <param name="body">In an encoding in which the bytes of ASCII stand for ASCII, and for nothing else.</param>
    public static bool IsSafe(ReadOnlySpan<byte> body)
    {
        var rest = body;
        while (rest.IndexOf((byte)'<') is >= 0 and var start)
        {
            rest = rest[start..];
            if (rest.StartsWith("<!--"u8))
                rest = Past(rest, "-->"u8);
            else if (rest.StartsWith("<![CDATA["u8))
                rest = Past(rest, "]]>"u8);
            else if (rest.StartsWith("<?"u8))
                rest = Past(rest, "?>"u8);
            else if (rest.StartsWith("<!"u8))
            {
                // What a document type declares, only the tolerant reader takes up.
                if (rest.IndexOfAny((byte)'[', (byte)'>') is var end && end >= 0 && rest[end] == '[')
                    return false;
                rest = Past(rest, ">"u8);
            }
            else if (!TryTag(ref rest))
                return false;
        }

        return true;
    }

    // Moves behind a tag. Each attribute has a value in quotation marks, or the reader that is stricter than this refuses it.
    private static bool TryTag(ref ReadOnlySpan<byte> rest)
    {
        var attributes = 0;
        while (rest.IndexOfAny("\"'>"u8) is >= 0 and var index)
        {
            var sign = rest[index];
            rest = rest[(index + 1)..];
            if (sign == '>')
                return index <= MaxNameLength;
            if (++attributes > MaxAttributes || index > MaxNameLength)
                return false;
            rest = Past(rest, sign == (byte)'"' ? "\""u8 : "'"u8);
        }

        rest = [];
        return true;
    }

    private static ReadOnlySpan<byte> Past(ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> end) =>
        rest.IndexOf(end) is >= 0 and var index ? rest[(index + end.Length)..] : [];
}
