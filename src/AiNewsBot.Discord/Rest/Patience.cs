using System.Net;

namespace AiNewsBot.Discord.Rest;

/// <summary>How long a request waits for its turn. An hour, as some limits ask for, is the caller's to wait: it may have better things to do.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <returns>The wait, where it is bearable.</returns>
    /// <exception cref="DiscordException">It is not.</exception>
    public static TimeSpan Check(TimeSpan wait) => wait <= Longest
        ? wait
        : throw new DiscordException(HttpStatusCode.TooManyRequests, 0, "rate limited for longer than a request waits", retryAfter: wait);
}
