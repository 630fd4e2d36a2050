namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>How the content of an element is to be read.</summary>
internal enum TextKind
{
    /// <summary>Verbatim: a link, an identifier, a date.</summary>
    Value,

    Plain,
    Html,

    /// <summary>Undeclared: HTML where it looks like it.</summary>
    Guessed,

    Xhtml,
    Base64,
}
