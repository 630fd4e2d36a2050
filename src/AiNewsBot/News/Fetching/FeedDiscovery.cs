using System.Collections.Immutable;

namespace AiNewsBot.News.Fetching;

/// <summary>Finds the feeds of a page's address, for those who paste what stands in their browser.</summary>
public sealed class FeedDiscovery(FeedFetcher fetcher)
{
    private static readonly string[] WellKnown = ["feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss"];

    /// <summary>The address itself where it is a feed, else the feeds that its page names.</summary>
    /// <param name="guesses">Whether to try the usual places where the page names none, which costs its server up to a dozen requests.</param>
    public async Task<Discovery> FindAsync(FeedAddress address, bool guesses, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(address, null, cancellationToken);
        if (result is not FetchResult.Fetched page)
            return Discovery.None(((FetchResult.Failed)result).Reason);
        if (FeedSign.IsOn(page.Body.Span))
            return new Discovery([new DiscoveredFeed(page.MovedTo ?? address, "")], null);
        if (FeedLinks.Of(page) is { Length: > 0 } feeds)
            return new Discovery(feeds, null);
        if (guesses && await GuessAsync(page.Address, cancellationToken) is { } guessed)
            return new Discovery([guessed], null);
        return Discovery.None($"{page.Address.Url.IdnHost} sends a page there that is no feed and names none{(guesses ? ", and the usual places have none either" : "")}.");
    }

    private async Task<DiscoveredFeed?> GuessAsync(FeedAddress page, CancellationToken cancellationToken)
    {
        foreach (var place in PlacesFor(page))
        {
            if (await fetcher.FetchAsync(place, null, cancellationToken) is FetchResult.Fetched fetched && FeedSign.IsOn(fetched.Body.Span))
                return new DiscoveredFeed(fetched.MovedTo ?? place, "");
        }

        return null;
    }

    // Below the page first: a blog's own feed rather than that of the whole site.
    private static ImmutableArray<FeedAddress> PlacesFor(FeedAddress page)
    {
        string[] folders = [$"{page.Url.AbsolutePath.TrimEnd('/')}/", "/"];
        return [.. folders.Distinct().SelectMany(folder => WellKnown.Select(name => page.Follow(folder + name, out _))).OfType<FeedAddress>()];
    }
}
