using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>What was found at an address.</summary>
public sealed record DiscoveryResult
{
    /// <summary>The feed at the address, else the first that its page leads to and that can be read; null without one.</summary>
    public FoundFeed? Found { get; init; }

    /// <summary>Other feeds that the page names; they were not read.</summary>
    public ImmutableArray<DiscoveredFeed> Others { get; init; } = [];

    /// <summary>Why the address itself is no feed; null where it is one.</summary>
    public FeedFault? Refusal { get; init; }

    /// <summary>Why no feed was found; null where one was.</summary>
    public FeedFault? Fault { get; init; }

    /// <summary>What the server of the address answered with; null where a page came, or nothing.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether Cloudflare's protection from programs answered in the server's place.</summary>
    public bool IsShielded { get; init; }
}
