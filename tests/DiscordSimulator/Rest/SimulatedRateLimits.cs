using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace DiscordSimulator.Rest;

/// <summary>Discord's limits on requests: 50 a second over all, five messages in five seconds for each channel, and five in two seconds for
/// each webhook. A request over a limit gets a 429.</summary>
internal sealed class SimulatedRateLimits(FakeDiscordOptions options)
{
    private const int Global = 50;
    private const int PerChannel = 5;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private const int PerWebhook = 5;
    private static readonly TimeSpan ChannelWindow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WebhookWindow = TimeSpan.FromSeconds(2);

    private readonly Queue<long> _all = new();
    private readonly ConcurrentDictionary<string, Queue<long>> _channels = new();
    private int _refused;

    /// <summary>How many were refused.</summary>
    public int Refused => _refused;

    public SimulatedResponse? TryAdmit(HttpContext http, string method, string[] parts)
    {
        if (!options.EnforcesLimits)
            return null;

        // The answers to interactions have paths like those of webhooks.
        if (method == "POST" && parts is ["webhooks", var webhook, _] && webhook != IdGenerator.Application)
            return Admit(http, webhook, "webhook", PerWebhook, WebhookWindow);
        if (parts[0] is "interactions" or "webhooks")
            return null;
        if (!TryTake(_all, Global, Second, out _, out var wait))
            return Refuse(wait, isGlobal: true);
        return method != "POST" || parts is not ["channels", var channel, "messages"]
            ? null
            : Admit(http, channel, "messages", PerChannel, ChannelWindow);
    }

    private SimulatedResponse? Admit(HttpContext http, string place, string bucket, int most, TimeSpan window)
    {
        var isFree = TryTake(_channels.GetOrAdd(place, _ => new Queue<long>()), most, window, out var left, out var wait);
        http.Response.Headers["X-RateLimit-Bucket"] = bucket;
        http.Response.Headers["X-RateLimit-Limit"] = most.ToString(CultureInfo.InvariantCulture);
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
                $$"""
                {"message":"You are being rate limited.","retry_after":{{wait.TotalSeconds:0.###}},
                "global":{{(isGlobal ? "true" : "false")}}}
                """
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
