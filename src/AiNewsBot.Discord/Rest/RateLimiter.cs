using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;

namespace AiNewsBot.Discord.Rest;

/// <summary>All rate limits: one bucket for each route until the headers show which routes share one.</summary>
internal sealed class RateLimiter(TimeProvider time)
{
    /// <summary>Each interaction brings a bucket of its own: beyond so many, idle ones are dropped.</summary>
    private const int MaxBuckets = 1000;

    private readonly ConcurrentDictionary<(HttpMethod, string), string> _names = new();
    private readonly ConcurrentDictionary<(string, string), RateLimitBucket> _buckets = new();

    /// <summary>The limit over all requests.</summary>
    public GlobalRateLimiter Global { get; } = new(time);

    internal int Count => _buckets.Count;

    /// <summary>Waits until a request to the route is allowed, and counts it until disposed.</summary>
    /// <exception cref="DiscordException">That would take too long.</exception>
    public async Task<IDisposable> EnterAsync(Route route, CancellationToken cancellationToken)
    {
        while (true)
        {
            var bucket = GetBucket(route);
            var taken = await bucket.EnterAsync(cancellationToken);
            if (ReferenceEquals(bucket, GetBucket(route)))
                return taken;

            // While this waited, an answer told which bucket the route really has.
            taken.Dispose();
        }
    }

    /// <summary>Learns from the headers of an answer.</summary>
    public void Update(Route route, HttpResponseHeaders headers)
    {
        if (
            Header(headers, "X-RateLimit-Remaining") is not { } remaining
            || Header(headers, "X-RateLimit-Reset-After") is not { } resetAfter
        )
            return;
        if (headers.TryGetValues("X-RateLimit-Bucket", out var names) && names.FirstOrDefault() is { } name)
            _names[(route.Method, route.Template)] = name;
        GetBucket(route).Update((int)remaining, TimeSpan.FromSeconds(resetAfter));
    }

    /// <summary>Nothing goes to the route before this long from now.</summary>
    public void Pause(Route route, TimeSpan wait) => GetBucket(route).Pause(wait);

    internal static double? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private RateLimitBucket GetBucket(Route route)
    {
        var key = (_names.GetValueOrDefault((route.Method, route.Template)) ?? route.ToString(), route.Major);
        if (_buckets.TryGetValue(key, out var bucket))
            return bucket;
        if (_buckets.Count >= MaxBuckets)
            Sweep();
        return _buckets.GetOrAdd(key, static (_, clock) => new RateLimitBucket(clock), time);
    }

    private void Sweep()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle)
                _buckets.TryRemove(new(key, bucket));
        }
    }
}
