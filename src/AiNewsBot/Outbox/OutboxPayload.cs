namespace AiNewsBot.Outbox;

/// <summary>What a row of the outbox posts: one type for each kind of row.</summary>
internal abstract record OutboxPayload;
