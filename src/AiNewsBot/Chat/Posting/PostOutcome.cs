namespace AiNewsBot.Chat.Posting;

/// <summary>What came of a request to post, edit or publish.</summary>
/// <param name="MessageId">Of what was posted; null where nothing was.</param>
/// <param name="Reason">What the chat says; for the log and for moderators.</param>
internal sealed record PostOutcome(PostResult Result, string? MessageId = null, string? Reason = null)
{
    /// <summary>Where the message is: the channel, or in a forum the thread that it became.</summary>
    public string? ChannelId { get; init; }

    /// <summary>When to try again, where the chat says.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
