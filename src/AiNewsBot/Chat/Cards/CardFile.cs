namespace AiNewsBot.Chat.Cards;

/// <summary>A file on a card, to download.</summary>
/// <param name="Name">Its name, with ending.</param>
/// <param name="Content">The file itself.</param>
internal sealed record CardFile(string Name, ReadOnlyMemory<byte> Content);
