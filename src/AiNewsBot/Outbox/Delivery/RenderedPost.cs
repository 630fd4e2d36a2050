using AiNewsBot.Chat.Posting;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>A post as it is to be sent.</summary>
/// <param name="Revision">Of the story that it shows; null where it shows several.</param>
/// <param name="Shown">Tells one look from another.</param>
internal sealed record RenderedPost(ChannelPost Post, long? Revision, string Shown);
