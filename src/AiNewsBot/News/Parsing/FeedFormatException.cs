namespace AiNewsBot.News.Parsing;

/// <summary>The body is no feed that can be read; the message is one sentence for those who look after it.</summary>
public sealed class FeedFormatException : Exception
{
    public FeedFormatException(string reason)
        : base(reason)
    {
    }

    public FeedFormatException(string reason, Exception cause)
        : base(reason, cause)
    {
    }
}
