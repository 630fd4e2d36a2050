namespace AiNewsBot.Feeds.Fetching;

/// <summary>No feed can be had, for a reason.</summary>
internal sealed class FetchException(FeedFault fault, Exception? cause = null) : Exception(fault.ToString(), cause)
{
    public FeedFault Fault => fault;
}
