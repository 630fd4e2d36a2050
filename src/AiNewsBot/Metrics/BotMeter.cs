using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AiNewsBot.Metrics;

/// <summary>What the bot measures while it works. It costs nothing while nothing listens. No tag holds what a person typed.</summary>
internal static class BotMeter
{
    public const string Name = "AiNewsBot";

    private static readonly Meter Meter = new(Name);

    /// <summary>Requests, in seconds, by kind, name of the command or button, and outcome.</summary>
    public static readonly Histogram<double> Requests = Meter.CreateHistogram(
        "ainewsbot.request.duration",
        "s",
        "Time in which requests were answered by the bot itself",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 3] }
    );

    /// <summary>Records a request.</summary>
    /// <param name="kind">Command, button, form, …</param>
    /// <param name="name">Of the command, or what the button does; one that is known, so that there are few.</param>
    /// <param name="began">Timestamp of <see cref="Stopwatch"/>.</param>
    /// <param name="outcome">How it was met.</param>
    public static void Record(string kind, string name, long began, RequestOutcome outcome)
    {
        if (Requests.Enabled)
            Requests.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new("kind", kind),
                new("name", name),
                new("outcome", outcome.ToString().ToLowerInvariant())
            );
    }

    /// <summary>Questions, by the first aspect that was asked and by how they were met.</summary>
    public static readonly Counter<long> Questions = Meter.CreateCounter<long>("ainewsbot.questions", "{question}", "Questions");

    /// <summary>Counts a question: its text is not told.</summary>
    public static void Count(string aspect, string status)
    {
        if (Questions.Enabled)
            Questions.Add(1, new("aspect", aspect.ToLowerInvariant()), new("status", status.ToLowerInvariant()));
    }
}
