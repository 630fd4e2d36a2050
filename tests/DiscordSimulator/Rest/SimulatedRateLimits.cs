using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DiscordSimulator.Rest;

/// <summary>Discord's limits on requests: 50 a second over all, and five messages in five seconds for each channel. A request over a limit
/// gets a 429.</summary>
internal sealed class SimulatedRateLimits(FakeDiscordOptions options)
{
    private const int Global = 50;
    private const int PerChannel = 5;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ChannelWindow = TimeSpan.FromSeconds(5);

    private readonly Queue<long> _all = new();
    private readonly ConcurrentDictionary<string, Queue<long>> _channels = new();
    private int _refused;

    /// <summary>How many were refused.</summary>
    public int Refused => _refused;

    public SimulatedResponse? TryAdmit(HttpContext http, string method, string[] parts)
    {
        if (!options.EnforcesLimits || parts[0] is "interactions" or "webhooks")
            return null;
        if (!TryTake(_all, Global, Second, out _, out var wait))
            return Refuse(wait, isGlobal: true);
        if (method != "POST" || parts is not ["channels", var channel, "messages"])
            return null;
        var isFree = TryTake(_channels.GetOrAdd(channel, _ => new Queue<long>()), PerChannel, ChannelWindow, out var left, out wait);
        http.Response.Headers["X-RateLimit-Bucket"] = "messages";
        http.Response.Headers["X-RateLimit-Limit"] = PerChannel.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["X-RateLimit-Reset-After"] = wait.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return isFree ? null : Refuse(wait, isGlobal: false);
    }

    private SimulatedResponse Refuse(TimeSpan wait, bool isGlobal)
    {
        Interlocked.Increment(ref _refused);
        return new SimulatedResponse(
            429,
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"message":"You are being rate limited.","retry_after":{{wait.TotalSeconds:0.###}},"global":{{(isGlobal ? "true" : "false")}}}"""
            )
        );
    }

    // How many are left of the window, and how long until it has room again, or is over.
    private bool TryTake(Queue<long> taken, int most, TimeSpan window, out int left, out TimeSpan wait)
    {
        lock (taken)
        {
            var now = options.Time.GetTimestamp();
            while (taken.Count > 0 && options.Time.GetElapsedTime(taken.Peek(), now) >= window)
                taken.Dequeue();
            var isFree = taken.Count < most;
            if (isFree)
                taken.Enqueue(now);
            left = most - taken.Count;
            wait = window - options.Time.GetElapsedTime(taken.Peek(), now);
            return isFree;
        }
    }
}
