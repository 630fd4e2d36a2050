using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Ingest;

/// <summary>When a feed is asked next, by the operator's interval.</summary>
internal sealed class PollSchedule(NewsSettings settings, TimeProvider time)
{
    public long Next(FeedRecord feed, PollResult result) => Next(feed, result.Hints, 0, time.GetUtcNow());

    public long Next(FeedRecord feed, PollHints hints, int failures, DateTimeOffset began) =>
        PollPlan
            .Next(began, settings.PollInterval, hints, failures, feed.NewestAt?.ToDateTimeOffset(), Random.Shared.NextDouble())
            .ToUnixTimeMilliseconds();
}
