using System.Xml;

namespace AiNewsBot.Feeds.Parsing.Markup;

/// <summary>How XML from outside is read in a stream.</summary>
internal static class XmlReading
{
    /// <summary>Document types are passed over, not read: what is not read cannot expand, and nothing is fetched.</summary>
    public static XmlReaderSettings Settings { get; } =
        new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    /// <summary>An attribute of the current element, in any case and with any prefix; null where it has none.</summary>
    public static string? FindAttribute(this XmlReader xml, string localName)
    {
        string? value = null;
        for (var more = xml.MoveToFirstAttribute(); more && value is null; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName.Equals(localName, StringComparison.OrdinalIgnoreCase))
                value = xml.Value;
        }

        xml.MoveToElement();
        return value;
    }
}
