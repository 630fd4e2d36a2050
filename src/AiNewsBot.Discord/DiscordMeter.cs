using System.Diagnostics.Metrics;

namespace AiNewsBot.Discord;

/// <summary>What the client measures. It costs nothing while nothing listens.</summary>
public static class DiscordMeter
{
    /// <summary>The meter's name.</summary>
    public const string Name = "AiNewsBot.Discord";

    private static readonly Meter Meter = new(Name);

    /// <summary>From an interaction's arrival to the moment at which Discord has its first answer, in seconds; by kind, command and
    /// outcome. Discord waits for three.</summary>
    internal static readonly Histogram<double> Callbacks = Create("discord.interaction.callback.duration", "Time to the first answer");

    /// <summary>Requests to Discord's REST API, in seconds; by method, route's template, status, and error where it had one.</summary>
    internal static readonly Histogram<double> Requests = Create("discord.rest.request.duration", "Time of requests to Discord");

    /// <summary>Answers of 429, by scope: user, global or shared.</summary>
    internal static readonly Counter<long> RateLimited = Meter.CreateCounter<long>(
        "discord.rest.rate_limited",
        "{response}",
        "Requests that Discord refused for a limit"
    );

    /// <summary>Ends of gateway connections, by what follows: resume or identify.</summary>
    internal static readonly Counter<long> Disconnects = Meter.CreateCounter<long>(
        "discord.gateway.disconnects",
        "{disconnect}",
        "Gateway connections that ended"
    );

    private static Histogram<double> Create(string name, string description) =>
        Meter.CreateHistogram(
            name,
            "s",
            description,
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10] }
        );
}
