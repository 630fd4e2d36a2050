namespace AiNewsBot.News.Feeds;

/// <summary>That a feed was asked and brought nothing new.</summary>
internal sealed record FeedPollUpdate
{
    public long Id { get; init; }

    public PollTiming Timing { get; init; }

    /// <summary>Why it could not be read, as it is stored; null where it could.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether its server says that it is gone for good.</summary>
    public bool IsGone { get; init; }

    public string? MovedTo { get; init; }

    /// <summary>Whether it is no longer where it had moved to, and is asked for at its own address again.</summary>
    public bool HasLeft { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }
}
