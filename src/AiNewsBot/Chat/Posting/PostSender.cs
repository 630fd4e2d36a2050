namespace AiNewsBot.Chat.Posting;

/// <summary>Another name and picture than the bot's, under which a message is posted.</summary>
/// <param name="Webhook">The id of the bot's webhook in the channel.</param>
/// <param name="Name">Null for the webhook's own.</param>
/// <param name="Picture">Its address; null for the webhook's own.</param>
internal sealed record PostSender(string Webhook, string? Name, string? Picture);
