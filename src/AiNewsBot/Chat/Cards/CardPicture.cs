namespace AiNewsBot.Chat.Cards;

/// <summary>A picture on a card.</summary>
/// <param name="Name">The name of its file, with ending.</param>
/// <param name="File">The file itself.</param>
/// <param name="Description">What there is to see, for those who do not see it; at most 1,024 characters.</param>
internal sealed record CardPicture(string Name, ReadOnlyMemory<byte> File, string Description);
