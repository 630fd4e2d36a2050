namespace AiNewsBot.Servers;

/// <summary>Whether this bot sends messages that answer no one, such as those to audit channels: they leave with the news, and wait while
/// those are off.</summary>
internal sealed record NoticeDelivery(bool IsOn);
