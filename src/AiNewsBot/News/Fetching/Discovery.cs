using System.Collections.Immutable;

namespace AiNewsBot.News.Fetching;

/// <summary>What was found at an address.</summary>
/// <param name="Feeds">In the order in which the page names them, which is its own order of importance.</param>
/// <param name="Fault">Why there are none, in a sentence; null where there are.</param>
public sealed record Discovery(ImmutableArray<DiscoveredFeed> Feeds, string? Fault)
{
    internal static Discovery None(string fault) => new([], fault);
}
