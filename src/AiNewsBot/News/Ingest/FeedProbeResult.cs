using System.Collections.Immutable;
using System.Net;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Ingest;

/// <summary>What came of asking for a feed outside of its turn.</summary>
/// <param name="Address">Where the feed lies that was read; null where none was.</param>
/// <param name="Read">The feed; null where it could not be read.</param>
/// <param name="Refusal">Why the address itself is no feed; null where it is one.</param>
/// <param name="Fault">Why it could not be read; null where it could.</param>
/// <param name="Others">Other feeds that the page names.</param>
internal sealed record FeedProbeResult(
    FeedAddress? Address,
    PollResult.Read? Read,
    FeedFault? Refusal,
    FeedFault? Fault,
    ImmutableArray<DiscoveredFeed> Others
)
{
    /// <summary>What the server of the address answered with; null where a page came, or nothing.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether Cloudflare's protection from programs answered in the server's place.</summary>
    public bool IsShielded { get; init; }

    public static FeedProbeResult Failed(FeedFault fault, FeedFault? refusal = null) => new(null, null, refusal ?? fault, fault, []);
}
