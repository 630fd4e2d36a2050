namespace AiNewsBot.Feeds.Parsing.Markup;

/// <summary>An element as one of the two readers has it before it. It is read at once: the next one takes its place.</summary>
internal interface IElement
{
    string LocalName { get; }

    Vocabulary Vocabulary { get; }

    /// <summary>An attribute's value, by its name in any case and with any prefix; null without it.</summary>
    string? Attribute(string localName);

    /// <summary>Whether it declares one of the namespaces of RSS or Atom.</summary>
    bool DeclaresFeed { get; }
}
