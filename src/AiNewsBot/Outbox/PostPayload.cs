namespace AiNewsBot.Outbox;

/// <summary>What a moderator wrote: the row's item has the words.</summary>
/// <param name="Tag">The forum's tag; null for none.</param>
internal sealed record PostPayload(string? Tag) : OutboxPayload;
