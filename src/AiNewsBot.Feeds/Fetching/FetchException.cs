namespace AiNewsBot.Feeds.Fetching;

/// <summary>No feed can be had, for a reason that is one sentence.</summary>
internal sealed class FetchException : Exception
{
    public const string CutShort = "The answer was cut short.";

    public FetchException(string reason)
        : base(reason) { }

    public FetchException(string reason, Exception cause)
        : base(reason, cause) { }
}
