using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;

namespace AiNewsBot.Discord.Rest;

/// <summary>All rate limits: one bucket for each route until the headers show which routes share one.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, string> _names = new();
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    /// <summary>The limit over all requests.</summary>
    public GlobalPace Global { get; } = new(time);

    /// <summary>The bucket of a route.</summary>
    public Bucket Of(Route route) =>
        _buckets.GetOrAdd(_names.GetValueOrDefault(Key(route), Key(route)), static (_, clock) => new Bucket(clock), time);

    /// <summary>Learns from the headers of an answer.</summary>
    public void Learn(Route route, HttpResponseHeaders headers)
    {
        if (Header(headers, "X-RateLimit-Remaining") is not { } remaining || Header(headers, "X-RateLimit-Reset-After") is not { } resetAfter)
            return;
        if (headers.TryGetValues("X-RateLimit-Bucket", out var names) && names.FirstOrDefault() is { } name)
            _names[Key(route)] = $"{name} {route.Limit}";
        Of(route).Learn((int)(Header(headers, "X-RateLimit-Limit") ?? 1), (int)remaining, TimeSpan.FromSeconds(resetAfter));
    }

    internal static double? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Key(Route route) => $"{route.Method} {route.Limit}";
}
