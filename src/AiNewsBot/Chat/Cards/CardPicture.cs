namespace AiNewsBot.Chat.Cards;

/// <summary>A picture on a card.</summary>
/// <param name="Name">The name of its file, with ending.</param>
/// <param name="File">The file itself.</param>
/// <param name="Description">The alt text; at most 1,024 characters.</param>
internal sealed record CardPicture(string Name, ReadOnlyMemory<byte> File, string Description);
