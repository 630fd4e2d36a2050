using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AiNewsBot.Feeds.Parsing.Encodings;
using AiNewsBot.Feeds.Parsing.Formats;
using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing;

/// <summary>Reads feeds: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed.</summary>
/// <remarks>
/// The body is untrusted. Any body is read in time and memory that grow with its size and no faster, and nothing else
/// than <see cref="FeedFormatException"/> is thrown.
/// </remarks>
public static partial class FeedParser
{
    /// <summary>Reads a feed out of a body.</summary>
    /// <param name="body">In any encoding; up to 16 MB.</param>
    /// <param name="contentType">As the server calls it, with its charset; null where it does not say.</param>
    /// <param name="address">Where the body came from: the base of its relative links; null leaves them as they are.</param>
    /// <exception cref="FeedFormatException">It is no feed that can be read.</exception>
    public static Feed Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        if (body.Length > FeedLimits.Bytes)
            throw new FeedFormatException(new FeedFault(FeedFaultCode.DocumentTooLarge, $"{FeedLimits.Bytes / (1024 * 1024)} MB"));
        var (encoding, markLength) = EncodingResolver.Resolve(body.Span, CharsetOf(contentType));
        var content = body[markLength..];
        using var text = Open(content, encoding);
        var sign = FirstSign(text) ?? throw new FeedFormatException(new FeedFault(FeedFaultCode.DocumentEmpty));
        var isJson = sign is '{' or '[';
        try
        {
            return isJson ? ReadJson(content, encoding, address) : ReadXml(text, content, encoding, address);
        }
        catch (FeedFormatException) when (TryBehindGarbage(isJson, content, encoding, address) is { } feed)
        {
            return feed;
        }
    }

    // A line that a server's program prints before the feed can look like the other format: "[warning] …" before XML, markup before JSON.
    private static Feed? TryBehindGarbage(bool isJson, ReadOnlyMemory<byte> content, Encoding encoding, Uri? address)
    {
        try
        {
            if (isJson)
                return content.Span.IndexOf("<?xml"u8) is > 0 and var xml ? ReadTolerantly(content[xml..], encoding, address) : null;
            return
                content.Span.IndexOf("jsonfeed.org"u8) is > 0 and var sign && content.Span[..sign].IndexOf((byte)'{') is > 0 and var start
                ? ReadJson(content[start..], encoding, address)
                : null;
        }
        catch (FeedFormatException)
        {
            return null;
        }
    }

    // Many feeds are no XML, and say what they have to say nevertheless.
    private static Feed ReadXml(TextReader text, ReadOnlyMemory<byte> content, Encoding encoding, Uri? address)
    {
        var feed = new FeedBuilder(address);
        if (Charsets.KeepsAscii(encoding) && XmlPrecheck.IsSafe(content.Span) && StrictReader.TryRead(text, feed))
            return feed.End();
        return ReadTolerantly(content, encoding, address);
    }

    private static Feed ReadTolerantly(ReadOnlyMemory<byte> content, Encoding encoding, Uri? address)
    {
        var feed = new FeedBuilder(address);
        new TolerantReader(encoding.GetString(content.Span), feed).Read();
        return feed.End();
    }

    private static Feed ReadJson(ReadOnlyMemory<byte> content, Encoding encoding, Uri? address) =>
        JsonFeed.Read(
            encoding is UTF8Encoding && Utf8.IsValid(content.Span)
                ? content.Span
                : Encoding.UTF8.GetBytes(encoding.GetString(content.Span)),
            address
        );

    private static StreamReader Open(ReadOnlyMemory<byte> content, Encoding encoding)
    {
        var stream = MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray());
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
    }

    // Blank lines before the declaration, which no specification allows, are the least of faults.
    private static char? FirstSign(StreamReader text)
    {
        while (text.Peek() is >= 0 and var next)
        {
            if (!char.IsWhiteSpace((char)next) && next is not ('\0' or '\uFEFF'))
                return (char)next;
            text.Read();
        }

        return null;
    }

    // Servers leave quotation marks open, and put commas where semicolons belong.
    private static string? CharsetOf(string? contentType) =>
        Charset().Match(contentType ?? "") is { Success: true } match ? match.Groups["name"].Value : null;

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9._:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
