namespace AiNewsBot.Hosting.Prometheus;

/// <summary>How the bot is, as of one moment: what is counted in the database.</summary>
internal sealed record BotState
{
    public long FeedsActive { get; init; }

    public long FeedsFailing { get; init; }

    public long FeedsOverdue { get; init; }

    /// <summary>When a feed was last read without a fault, in Unix milliseconds; null where none was.</summary>
    public long? FeedSucceededAt { get; init; }

    public long PostsPending { get; init; }

    /// <summary>When the oldest post that waits was written, in Unix milliseconds; null where none waits.</summary>
    public long? OldestPostAt { get; init; }

    public long PostsHeld { get; init; }

    public long SubscriptionsPaused { get; init; }

    public long SuggestionsPending { get; init; }

    /// <summary>The number of the lease on the news; it grows by one whenever another process takes it.</summary>
    public long? NewsFence { get; init; }
}
