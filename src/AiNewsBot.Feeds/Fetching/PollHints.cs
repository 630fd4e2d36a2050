namespace AiNewsBot.Feeds.Fetching;

/// <summary>What a server or a feed says of when to ask again.</summary>
public sealed record PollHints
{
    /// <summary>Nothing is said.</summary>
    public static PollHints None { get; } = new();

    /// <summary>How long the answer stays fresh, by Cache-Control.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>By Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>By the feed's own ttl, or its update period: the parser's to fill in.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>The longest of them.</summary>
    public TimeSpan Maximum => new(Math.Max(MaxAge?.Ticks ?? 0, Math.Max(RetryAfter?.Ticks ?? 0, TimeToLive?.Ticks ?? 0)));
}
