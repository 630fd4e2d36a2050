namespace AiNewsBot.Chat;

/// <summary>What a field of a form takes.</summary>
internal enum FieldKind
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Paragraph,

    /// <summary>One of its choices.</summary>
    Choice,

    /// <summary>Roles of the server, up to 25: their ids, with spaces between them.</summary>
    Roles,

    /// <summary>A channel of the server that takes messages: its id.</summary>
    Channel,

    /// <summary>A file: its id among the request's files.</summary>
    File,
}
