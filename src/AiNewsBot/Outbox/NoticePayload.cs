namespace AiNewsBot.Outbox;

/// <summary>What moderators are to know.</summary>
/// <param name="Text">In Markdown.</param>
internal sealed record NoticePayload(string Text) : OutboxPayload;
