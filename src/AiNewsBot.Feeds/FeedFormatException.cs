namespace AiNewsBot.Feeds;

/// <summary>The body is no feed that can be read; the message is one English sentence for those who look after it.</summary>
/// <param name="fault">Why it cannot be read as a feed.</param>
/// <param name="cause">What was caught; null where nothing was.</param>
public sealed class FeedFormatException(FeedFault fault, Exception? cause = null) : Exception(fault.ToString(), cause)
{
    /// <summary>Why it cannot be read as a feed.</summary>
    public FeedFault Fault => fault;
}
