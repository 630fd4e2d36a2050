using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Ingest;

/// <summary>Pictures in the network around the bot are those of feeds on the same host alone: any other feed could name them, and see in a
/// post what it cannot reach.</summary>
internal static class OwnPictures
{
    /// <summary>The reading without pictures that are not the feed's to show.</summary>
    public static PreparedReading Of(FeedRecord feed, PreparedReading prepared) =>
        prepared with
        {
            Drafts =
            [
                .. prepared.Drafts.Select(draft =>
                    draft.Details is { Pictures.IsEmpty: false } details
                        ? draft with
                        {
                            Details = details with { Pictures = details.Pictures.RemoveAll(picture => !IsShown(feed, picture.Url)) },
                        }
                        : draft
                ),
            ],
        };

    /// <summary>Whether a feed may show the picture at an address.</summary>
    public static bool IsShown(FeedRecord feed, string picture) =>
        FeedAddress.TryParse(picture) is { } address
        && (
            !PrivateHosts.IsOne(address)
            || FeedAddress.TryParse(feed.Url)?.Url.IdnHost.Equals(address.Url.IdnHost, StringComparison.OrdinalIgnoreCase) == true
        );
}
