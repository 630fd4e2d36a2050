namespace AiNewsBot.Chat.Cards;

/// <summary>A text of a card.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="HasSeparator">Whether a line is drawn before it.</param>
internal sealed record CardBlock(string Markdown, bool HasSeparator = false);
