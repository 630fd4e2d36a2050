namespace AiNewsBot.Chat.Cards;

/// <summary>What of a line of Markdown was written so far.</summary>
internal enum MarkdownLine
{
    /// <summary>Nothing but blanks.</summary>
    Start,

    /// <summary>Digits, as of the number of a list's entry.</summary>
    Digits,

    Text,
}
