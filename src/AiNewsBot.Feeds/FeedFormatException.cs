namespace AiNewsBot.Feeds;

/// <summary>The body is no feed that can be read; the message is one sentence for those who look after it.</summary>
public sealed class FeedFormatException : Exception
{
    /// <param name="reason">One sentence for those who look after the feed.</param>
    public FeedFormatException(string reason)
        : base(reason) { }

    /// <param name="reason">One sentence for those who look after the feed.</param>
    /// <param name="cause">What was caught.</param>
    public FeedFormatException(string reason, Exception cause)
        : base(reason, cause) { }
}
