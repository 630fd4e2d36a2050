using AiNewsBot.Configuration;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Polling;

/// <summary>When a feed is asked next, by the operator's interval.</summary>
internal sealed class NewsIntervals(NewsSettings settings, TimeProvider time)
{
    public long Next(FeedRecord feed, PollResult result) => Next(feed, result.Hints, 0, time.GetUtcNow());

    public long Next(FeedRecord feed, PollHints hints, int failures, DateTimeOffset began) =>
        PollPlan.Next(began, settings.PollInterval, hints, failures, feed.NewestAt?.ToInstant(), Random.Shared.NextDouble()).ToUnixTimeMilliseconds();
}
