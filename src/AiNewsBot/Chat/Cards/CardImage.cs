namespace AiNewsBot.Chat.Cards;

/// <summary>A picture on the web that a card shows; the chat's own proxy fetches it.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Description">The alt text; 1 to 1,024 characters.</param>
internal sealed record CardImage(string Url, string Description)
{
    /// <summary>The picture itself, where the chat's proxy cannot fetch it; null where it can.</summary>
    public CardFile? File { get; init; }
}
