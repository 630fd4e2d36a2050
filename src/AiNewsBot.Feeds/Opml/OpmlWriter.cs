using System.Text;
using System.Xml;

namespace AiNewsBot.Feeds.Opml;

/// <summary>Writes lists of subscriptions that readers of feeds import (http://opml.org/spec2.opml).</summary>
public static class OpmlWriter
{
    /// <summary>A list, as UTF-8.</summary>
    /// <param name="title">What the list is called.</param>
    /// <param name="feeds">In the order in which they are written.</param>
    public static byte[] Write(string title, IEnumerable<OpmlFeed> feeds)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            CheckCharacters = true,
        };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", Clean(title));
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var feed in feeds)
            {
                xml.WriteStartElement("outline");
                xml.WriteAttributeString("type", "rss");
                xml.WriteAttributeString("text", Clean(feed.Title ?? feed.Url));
                xml.WriteAttributeString("title", Clean(feed.Title ?? feed.Url));
                xml.WriteAttributeString("xmlUrl", feed.Url);
                if (feed.Page is { } page)
                    xml.WriteAttributeString("htmlUrl", page);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    // What XML cannot hold.
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF)));
}
