namespace AiNewsBot.Chat.Cards;

/// <summary>A button below a card.</summary>
/// <param name="Id">What it does and to what, so that it works after a restart and after months.</param>
/// <param name="Label">Its text.</param>
internal sealed record CardButton(string Id, string Label);
