using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Feeds;
using AiNewsBot.Scheduling;

namespace AiNewsBot.News.Ingest;

/// <summary>How long after a poll a feed is asked again, by the operator's interval.</summary>
internal sealed class PollSchedule(NewsSettings settings, TimeProvider time)
{
    public TimeSpan Wait(FeedRecord feed, PollHints hints, int failures) =>
        PollPlan.Wait(
            settings.PollInterval,
            hints,
            failures,
            silence: time.GetUtcNow() - feed.NewestAt?.ToDateTimeOffset(),
            Random.Shared.NextDouble()
        );
}
