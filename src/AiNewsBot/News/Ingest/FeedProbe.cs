using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>Asks for a feed outside of its turn: by one code for those who add a feed and for those who check one.</summary>
internal sealed class FeedProbe(FeedReader reader, FeedDiscovery discovery)
{
    /// <param name="known">As it is in the database; null where it is not.</param>
    /// <param name="guesses">Whether to try the usual places of a site whose page names no feed.</param>
    public async Task<FeedProbeResult> RunAsync(FeedAddress address, FeedRecord? known, bool guesses, CancellationToken cancellationToken)
    {
        if ((known?.Kind ?? HubFeeds.KindOf(address)) == FeedKind.Hub)
        {
            // Fetched without validators, to read the whole feed.
            var feed = known ?? new FeedRecord { Url = address.ToString(), Kind = FeedKind.Hub };
            var result = await reader.ReadAsync(feed with { ETag = null, LastModified = null, BodyHash = null }, cancellationToken);
            return result is PollResult.Read list
                ? new FeedProbeResult(address, list, null, null, [])
                : FeedProbeResult.Failed(((PollResult.Failed)result).Fault);
        }

        var found = await discovery.FindAsync(known?.Address ?? address, guesses, cancellationToken);
        return found.Found is not { } document
            ? FeedProbeResult.Failed(found.Fault!, found.Refusal) with
            {
                Status = found.Status,
                IsShielded = found.IsShielded,
            }
            : new FeedProbeResult(document.Address, FeedReader.ResultOf(document.Feed, document.Answer), found.Refusal, null, found.Others);
    }
}
