namespace AiNewsBot.Feeds;

/// <summary>What a block of text is.</summary>
public enum TextBlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>The title of what follows.</summary>
    Heading,

    /// <summary>An entry of a list.</summary>
    Item,

    /// <summary>Text whose blanks and line ends count.</summary>
    Code,

    /// <summary>A cell of a table; those of one row follow each other.</summary>
    Cell,
}
