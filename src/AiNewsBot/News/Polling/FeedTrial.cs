using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Polling;

/// <summary>Asks for a feed outside of its turn: by one code for those who add a feed and for those who check one.</summary>
internal sealed class FeedTrial(FeedReader reader, FeedDiscovery discovery)
{
    /// <param name="known">As it is in the database; null where it is not.</param>
    /// <param name="guesses">Whether to try the usual places of a site whose page names no feed.</param>
    public async Task<TrialResult> RunAsync(FeedAddress address, FeedRecord? known, bool guesses, CancellationToken cancellationToken)
    {
        if (known is { Kind: FeedKind.Hub })
        {
            // Asked for whole, whatever was read before.
            var result = await reader.ReadAsync(known with { ETag = null, LastModified = null, BodyHash = null }, cancellationToken);
            return result is PollResult.Read list
                ? new TrialResult(address, list, null, null, [])
                : TrialResult.Failed(((PollResult.Failed)result).Reason);
        }

        var found = await discovery.FindAsync(known?.Address ?? address, guesses, cancellationToken);
        return found.Found is not { } feed
            ? TrialResult.Failed(found.Fault!, found.Refusal)
            : new TrialResult(feed.Address, FeedReader.ResultOf(feed.Feed, feed.Answer), found.Refusal, null, found.Others);
    }
}
