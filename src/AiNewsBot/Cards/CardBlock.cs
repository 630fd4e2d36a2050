namespace AiNewsBot.Cards;

/// <summary>A text of a card.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="IsApart">Whether a line is drawn before it.</param>
public sealed record CardBlock(string Markdown, bool IsApart = false);
