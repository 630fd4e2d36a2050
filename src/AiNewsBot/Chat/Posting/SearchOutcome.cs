namespace AiNewsBot.Chat.Posting;

/// <summary>What a look through a channel for a post of the bot's own showed.</summary>
internal abstract record SearchOutcome
{
    private SearchOutcome() { }

    /// <summary>It is there.</summary>
    public sealed record Found(string ChannelId, string MessageId) : SearchOutcome;

    /// <summary>It is certainly not there.</summary>
    public sealed record Absent : SearchOutcome;

    /// <summary>The channel cannot be read.</summary>
    public sealed record Unreadable(string Reason) : SearchOutcome;

    /// <summary>Not now; it may be asked again.</summary>
    public sealed record Busy(string Reason, TimeSpan? RetryAfter = null) : SearchOutcome;

    /// <summary>The channel is gone, and what was posted there with it.</summary>
    public sealed record ChannelGone(string Reason) : SearchOutcome;
}
