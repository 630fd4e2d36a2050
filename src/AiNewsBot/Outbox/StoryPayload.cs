namespace AiNewsBot.Outbox;

/// <summary>A story: the row's item says which.</summary>
internal sealed record StoryPayload : OutboxPayload;
