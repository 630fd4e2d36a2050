namespace AiNewsBot.Feeds;

/// <summary>Why a feed cannot be had or read, as data.</summary>
/// <param name="Code">Which reason it is.</param>
/// <param name="First">What it speaks of first, such as a host; empty where it speaks of nothing.</param>
/// <param name="Second">What it speaks of next; empty where it speaks of nothing more.</param>
public sealed record FeedFault(FeedFaultCode Code, string First = "", string Second = "")
{
    /// <summary>One English sentence, for logs.</summary>
    public override string ToString() => FeedFaultText.Create(this);
}
