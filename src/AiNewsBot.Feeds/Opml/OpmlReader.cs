using System.Collections.Immutable;
using System.Xml;
using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Opml;

/// <summary>Reads lists of subscriptions as readers of feeds export them (http://opml.org/spec2.opml).</summary>
public static class OpmlReader
{
    /// <summary>The largest list that is read, in bytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private const int MaxFeeds = 2000;
    private const int MaxDepth = 50;

    /// <summary>The feeds of a list, each once, in its order; folders are left out.</summary>
    /// <exception cref="FeedFormatException">It is no such list.</exception>
    public static ImmutableArray<OpmlFeed> Read(ReadOnlyMemory<byte> body)
    {
        if (body.Length > MaxBytes)
            throw new FeedFormatException(new FeedFault(FeedFaultCode.DocumentTooLarge, $"{MaxBytes / (1024 * 1024)} MB"));
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var xml = XmlReader.Create(stream, XmlReading.Settings);
        try
        {
            return Read(xml);
        }
        catch (XmlException exception)
        {
            throw new FeedFormatException(new FeedFault(FeedFaultCode.ListNotXml, $"{exception.LineNumber}"), exception);
        }
    }

    private static ImmutableArray<OpmlFeed> Read(XmlReader xml)
    {
        var feeds = new List<OpmlFeed>();
        var isList = false;
        while (xml.Read())
        {
            if (xml.Depth > MaxDepth)
                throw new FeedFormatException(new FeedFault(FeedFaultCode.ListTooDeep, $"{MaxDepth}"));
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            isList |= xml.LocalName.Equals("opml", StringComparison.OrdinalIgnoreCase);
            if (!isList)
                throw new FeedFormatException(new FeedFault(FeedFaultCode.ListOtherXml, xml.LocalName));
            if (!xml.LocalName.Equals("outline", StringComparison.OrdinalIgnoreCase) || Attribute(xml, "xmlUrl") is not { } url)
                continue;
            if (feeds.Count == MaxFeeds)
                throw new FeedFormatException(new FeedFault(FeedFaultCode.ListTooLong, $"{MaxFeeds}"));
            if (!feeds.Exists(feed => feed.Url == url))
                feeds.Add(new OpmlFeed(url, Attribute(xml, "title") ?? Attribute(xml, "text"), Attribute(xml, "htmlUrl")));
        }

        return isList ? [.. feeds] : throw new FeedFormatException(new FeedFault(FeedFaultCode.DocumentEmpty));
    }

    // Readers of feeds do not agree on the case of names.
    private static string? Attribute(XmlReader xml, string name) => xml.FindAttribute(name)?.Trim() is { Length: > 0 } value ? value : null;
}
