namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>What an element of HTML means to a text without markup.</summary>
internal enum HtmlElement
{
    Unknown,
    Inline,

    /// <summary>Has lines of its own.</summary>
    Line,

    /// <summary>Has empty lines around it.</summary>
    Paragraph,

    /// <summary>A line with a sign before it.</summary>
    ListItem,

    /// <summary>Has blanks around it.</summary>
    Cell,

    Picture,

    /// <summary>Its content is no text to read.</summary>
    Hidden,
}
