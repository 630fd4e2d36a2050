using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>What came of asking for a feed.</summary>
public abstract record FetchResult
{
    private FetchResult() { }

    /// <summary>When to ask again.</summary>
    public PollHints Hints { get; init; } = PollHints.None;

    /// <summary>Where the feed has moved for good, which is to be asked from now on; null where it has not.</summary>
    public FeedAddress? MovedTo { get; init; }

    /// <summary>A body came.</summary>
    /// <param name="Body">Decompressed, in the feed's own encoding.</param>
    /// <param name="MediaType">As the server calls it, in lower case; often wrong.</param>
    /// <param name="Charset">As the server calls it; null where it does not say.</param>
    /// <param name="Validators">To be sent with the next request; null where the server gave none.</param>
    /// <param name="Address">Where it came from, after redirects: the base of its relative links.</param>
    public sealed record Fetched(
        ReadOnlyMemory<byte> Body,
        string? MediaType,
        string? Charset,
        CacheValidators? Validators,
        FeedAddress Address
    ) : FetchResult
    {
        /// <summary>The values of the Link headers, as they came.</summary>
        public ImmutableArray<string> LinkHeaders { get; init; } = [];
    }

    /// <summary>The server has nothing newer than what the validators name.</summary>
    public sealed record NotModified : FetchResult
    {
        /// <summary>Those that the answer gave, which may be newer than those that were sent; null where it gave none.</summary>
        public CacheValidators? Validators { get; init; }
    }

    /// <summary>No feed came.</summary>
    /// <param name="Fault">Why, for those who look after the feed.</param>
    /// <param name="IsGone">The server says that it will not come back.</param>
    public sealed record Failed(FeedFault Fault, bool IsGone = false) : FetchResult
    {
        /// <summary>The reason as one English sentence.</summary>
        public string Reason => Fault.ToString();

        /// <summary>What the server answered with; null where no answer came.</summary>
        public HttpStatusCode? Status { get; init; }

        /// <summary>Whether Cloudflare's protection from programs answered in the server's place.</summary>
        public bool IsShielded { get; init; }

        /// <summary>How long the server wants not to be asked; null where it does not say.</summary>
        public TimeSpan? RetryAfter => Hints.RetryAfter;
    }
}
