using AiNewsBot.Outbox;

namespace AiNewsBot.News.Commands.Posting;

/// <summary>What a moderator wrote for later.</summary>
internal sealed record ScheduledPost
{
    /// <summary>Of its row in the outbox.</summary>
    public long Id { get; init; }

    /// <summary>Id of its story.</summary>
    public long Item { get; init; }

    public required string Channel { get; init; }

    public string? PayloadJson { get; init; }

    /// <summary>The forum's tag.</summary>
    public string? Tag => ((PostPayload)OutboxPayloadJson.Read(OutboxRow.Post, PayloadJson)).Tag;

    /// <summary>When it is posted, in Unix milliseconds.</summary>
    public long Due { get; init; }

    public required string Title { get; init; }

    public string? Text { get; init; }

    public string? Link { get; init; }
}
