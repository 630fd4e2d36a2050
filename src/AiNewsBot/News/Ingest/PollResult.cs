using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Ingest;

/// <summary>What came of asking for a feed.</summary>
internal abstract record PollResult
{
    private PollResult() { }

    /// <summary>When to ask again, as the server and the feed wish.</summary>
    public PollHints Hints { get; init; } = PollHints.None;

    /// <summary>Where it has moved for good; null where it has not.</summary>
    public FeedAddress? MovedTo { get; init; }

    /// <summary>Nothing has changed since it was read last.</summary>
    public sealed record Unchanged : PollResult
    {
        /// <summary>Those of the newest answer; null where it had none to give.</summary>
        public CacheValidators? Validators { get; init; }
    }

    /// <summary>It was read.</summary>
    /// <param name="BodyHash">By which the same body is known again.</param>
    public sealed record Read(Feed Feed, string BodyHash) : PollResult
    {
        public CacheValidators? Validators { get; init; }
    }

    /// <summary>It could not be had or not be read.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Failed(FeedFault Fault, bool IsGone = false) : PollResult;
}
