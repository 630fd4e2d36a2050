using System.Xml;
using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Reads XML as its specification wants it, in a stream: nothing of it is held but the element at hand.</summary>
internal sealed class StrictReader : IElement
{
    private readonly XmlReader _xml;
    private readonly char[] _piece = new char[2048];

    private StrictReader(XmlReader xml) => _xml = xml;

    public string LocalName => _xml.LocalName;

    public Vocabulary Vocabulary => XmlNamespaces.Find(_xml.Prefix, _xml.NamespaceURI);

    public bool DeclaresFeed
    {
        get
        {
            var declares = false;
            for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
                declares |= _xml.Name.StartsWith("xmlns", StringComparison.Ordinal) && XmlNamespaces.Find(_xml.Value) is Vocabulary.Core;
            _xml.MoveToElement();
            return declares;
        }
    }

    /// <summary>Reads a document to its end.</summary>
    /// <returns>False where it is no XML, or deeper than this reader may go: it keeps each open element.</returns>
    /// <exception cref="FeedFormatException">It is beyond a limit.</exception>
    public static bool TryRead(TextReader text, FeedBuilder feed)
    {
        // Where a feed uses what its document type declares, this reader fails and the tolerant one takes its place.
        using var xml = XmlReader.Create(text, XmlReading.Settings);
        try
        {
            return new StrictReader(xml).TryRead(feed);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    public string? Attribute(string localName) => _xml.FindAttribute(localName);

    private bool TryRead(FeedBuilder feed)
    {
        while (_xml.Read())
        {
            if (_xml.Depth >= FeedLimits.Depth)
                return false;
            switch (_xml.NodeType)
            {
                case XmlNodeType.Element:
                    feed.Open(this);
                    if (_xml.IsEmptyElement)
                        feed.Close(LocalName);
                    break;
                case XmlNodeType.EndElement:
                    feed.Close(LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    AddText(feed);
                    break;
            }
        }

        return true;
    }

    // In pieces, and only as long as more is wanted: the text of an element can be as large as the document.
    private void AddText(FeedBuilder feed)
    {
        while (feed.WantsText && _xml.ReadValueChunk(_piece, 0, _piece.Length) is > 0 and var length)
            feed.Add(_piece.AsSpan(0, length));
    }
}
