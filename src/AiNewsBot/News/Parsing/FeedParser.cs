using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;

namespace AiNewsBot.News.Parsing;

/// <summary>Reads feeds.</summary>
public static class FeedParser
{
    /// <summary>Reads a feed out of a body.</summary>
    /// <param name="contentType">As the server calls it, with its charset; null where it does not say.</param>
    /// <param name="address">Where the body came from: the base of its relative links; null leaves them as they are.</param>
    /// <exception cref="FeedFormatException">It is no feed that can be read.</exception>
    public static Feed Parse(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
            var stream = new MemoryStream(body.ToArray());
            using var reader = contentType?.Contains("utf-8", StringComparison.OrdinalIgnoreCase) == true
                ? XmlReader.Create(new StreamReader(stream, Encoding.UTF8), settings)
                : XmlReader.Create(stream, settings);
            return Read(reader, address);
        }
        catch (XmlException exception)
        {
            throw new FeedFormatException($"This is no feed that can be read: {exception.Message}", exception);
        }
    }

    private static Feed Read(XmlReader reader, Uri? address)
    {
        reader.MoveToContent();
        if (reader.LocalName is not ("rss" or "RDF" or "feed"))
            throw new FeedFormatException($"This is no feed: it is a document of the kind '{reader.LocalName}'.");
        var feed = new Dictionary<string, string>();
        var entries = ImmutableArray.CreateBuilder<FeedEntry>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName == "channel")
                continue;
            if (reader.LocalName is "item" or "entry")
                entries.Add(Entry(reader.ReadSubtree(), address));
            else
                Field(reader, feed);
        }

        return new Feed(feed.GetValueOrDefault("title"), Absolute(feed.GetValueOrDefault("link"), address), null, entries.ToImmutable());
    }

    private static FeedEntry Entry(XmlReader reader, Uri? address)
    {
        var fields = new Dictionary<string, string>();
        reader.Read();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Field(reader, fields);
        }

        return new FeedEntry(
            fields.GetValueOrDefault("guid") ?? fields.GetValueOrDefault("id"),
            Absolute(fields.GetValueOrDefault("link"), address),
            fields.GetValueOrDefault("title"),
            fields.GetValueOrDefault("description") ?? fields.GetValueOrDefault("summary"),
            Date(fields.GetValueOrDefault("pubDate") ?? fields.GetValueOrDefault("published")),
            Date(fields.GetValueOrDefault("updated")));
    }

    private static void Field(XmlReader reader, Dictionary<string, string> fields)
    {
        var name = reader.LocalName;
        var href = reader.GetAttribute("href");
        var text = new StringBuilder();
        using var inner = reader.ReadSubtree();
        while (inner.Read())
            text.Append(inner.Value);
        var value = href ?? text.ToString().Trim();
        if (value.Length > 0)
            fields.TryAdd(name, value);
    }

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static string? Absolute(string? link, Uri? address) =>
        link is not null && address is not null && Uri.TryCreate(address, link, out var absolute) ? absolute.AbsoluteUri : link;
}
