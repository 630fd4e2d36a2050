namespace AiNewsBot.Chat.Cards;

/// <summary>An option of a menu: what people see, and what comes back.</summary>
internal sealed record CardOption(string Label, string Value);
