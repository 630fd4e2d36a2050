using AiNewsBot.Common;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Ingest;

/// <summary>How long after a poll a feed is asked again.</summary>
internal static class PollPlan
{
    /// <summary>No failure and no server puts a feed off for longer.</summary>
    public static readonly TimeSpan Maximum = TimeSpan.FromDays(1);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private const int MaxSlowdown = 6;

    /// <summary>
    /// The interval holds unless the server asks for more. Only feeds that were silent for a week are asked less often: twice the interval
    /// after a week, three times after two, up to six times. A feed that fails is asked ever later, each time twice as late or up to half
    /// more.
    /// </summary>
    /// <param name="failures">In a row, until now.</param>
    /// <param name="silence">How long ago its newest item came; null where it is not known.</param>
    /// <param name="random">From 0 to 1: spreads feeds that fail together, so that they do not return together.</param>
    public static TimeSpan Wait(TimeSpan interval, PollHints hints, int failures, TimeSpan? silence, double random)
    {
        var wait = failures > 0 ? AfterFailures(interval, failures, random) : interval * Slowness(silence);

        // What a server asks for and what a fault costs is bounded; an interval that the operator sets is theirs to decide.
        var asked = Longer(wait, hints.Maximum);
        return Longer(asked < Maximum ? asked : Maximum, interval);
    }

    private static TimeSpan AfterFailures(TimeSpan interval, int failures, double random)
    {
        var wait = Backoff.Delay(interval, failures, Maximum) * (1 + random / 2);
        var longest = Maximum * (1 - random / 10);
        return wait < longest ? wait : longest;
    }

    private static int Slowness(TimeSpan? silence) =>
        silence is { } time && time >= Week ? Math.Min(1 + (int)(time / Week), MaxSlowdown) : 1;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
