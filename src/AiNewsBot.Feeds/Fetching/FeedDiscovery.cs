using System.Collections.Immutable;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Finds the feed of an address, for those who paste what their browser shows. Whether something is a feed, the parser says.
/// </summary>
public sealed class FeedDiscovery(FeedFetcher fetcher)
{
    // Of the links that a page names: more are asked for by no honest page.
    private const int MaxTries = 6;
    private static readonly string[] WellKnown = ["feed", "rss.xml", "feed.xml", "atom.xml", "index.xml", "rss"];

    /// <summary>The address itself where it is a feed, else the first feed that its page leads to.</summary>
    /// <param name="address">That of a feed or of a page.</param>
    /// <param name="guesses">Whether to try the usual places where the page names none, which costs its server up to a dozen
    /// requests.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<DiscoveryResult> FindAsync(FeedAddress address, bool guesses, CancellationToken cancellationToken)
    {
        var result = await fetcher.FetchAsync(address, null, cancellationToken);
        if (result is not FetchResult.Fetched page)
        {
            var failed = (FetchResult.Failed)result;
            return new DiscoveryResult
            {
                Fault = failed.Fault,
                Refusal = failed.Fault,
                Status = failed.Status,
                IsShielded = failed.IsShielded,
            };
        }

        if (TryRead(address, page, out var refusal) is { } own)
            return new DiscoveryResult { Found = own };
        var named = FeedLinkFinder.Find(page);
        var found =
            await FirstAsync([.. named.Take(MaxTries).Select(feed => feed.Address)], cancellationToken)
            ?? (guesses ? await FirstAsync(PlacesFor(page.Address), cancellationToken) : null);
        return new DiscoveryResult
        {
            Found = found,
            Others = [.. named.Where(feed => feed.Address != found?.Address && feed.IsDeclared)],
            Refusal = refusal,
            Fault = found is not null ? null : GetError(page, named.Any(feed => feed.IsDeclared), guesses),
        };
    }

    // The feed in an answer; null, with the reason, where it cannot be read as one.
    private static FoundFeed? TryRead(FeedAddress asked, FetchResult.Fetched answer, out FeedFault? refusal)
    {
        try
        {
            refusal = null;
            return new FoundFeed(answer.MovedTo ?? asked, FeedBody.Parse(answer), answer);
        }
        catch (FeedFormatException exception)
        {
            refusal = exception.Fault;
            return null;
        }
    }

    // A feed of comments only where there is no other.
    private async Task<FoundFeed?> FirstAsync(ImmutableArray<FeedAddress> places, CancellationToken cancellationToken)
    {
        FoundFeed? comments = null;
        foreach (var place in places)
        {
            var result = await fetcher.FetchAsync(place, null, cancellationToken);
            if (result is not FetchResult.Fetched answer || TryRead(place, answer, out _) is not { } found)
                continue;
            if (!CommentFeeds.IsOne(found.Feed))
                return found;
            comments ??= found;
        }

        return comments;
    }

    private static FeedFault GetError(FetchResult.Fetched page, bool namesFeeds, bool guesses) =>
        new(
            (namesFeeds, guesses) switch
            {
                (false, false) => FeedFaultCode.PageNamesNone,
                (false, true) => FeedFaultCode.PageNamesNoneAnywhere,
                (true, false) => FeedFaultCode.PageNamesUnreadable,
                (true, true) => FeedFaultCode.PageNamesUnreadableAnywhere,
            },
            page.Address.Url.IdnHost
        );

    // Below the page first: a blog's own feed rather than that of the whole site.
    private static ImmutableArray<FeedAddress> PlacesFor(FeedAddress page)
    {
        string[] folders = [$"{page.Url.AbsolutePath.TrimEnd('/')}/", "/"];
        return
        [
            .. folders.Distinct().SelectMany(folder => WellKnown.Select(name => page.Follow(folder + name, out _))).OfType<FeedAddress>(),
        ];
    }
}
