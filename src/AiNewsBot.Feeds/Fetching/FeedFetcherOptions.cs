using System.Collections.Immutable;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>How feeds are fetched.</summary>
public sealed record FeedFetcherOptions
{
    /// <summary>Blocks of addresses that may be fetched from though they are not public.</summary>
    public ImmutableArray<IPNetwork> AllowedAddresses { get; init; } = [];

    /// <summary>Who asks, as servers are told: a product with its version, and where to complain (RFC 9110, 10.1.5).</summary>
    public string UserAgent { get; init; } = "AiNewsBot.Feeds";

    /// <summary>Headers for private feeds.</summary>
    public ImmutableArray<FeedHeader> Headers { get; init; } = [];

    /// <summary>How much of a server's time and data is taken.</summary>
    public FetchLimits Limits { get; init; } = new();

    /// <summary>Looks a host's name up; null for the system's way.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>>? Resolve { get; init; }
}
