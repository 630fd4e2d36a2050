using System.Net;

namespace AiNewsBot.Discord.Rest;

/// <summary>How long a request waits for its turn. An hour, as some limits ask for, is
/// the caller's to wait: it may have better things to do.</summary>
internal static class QueueTimeout
{
    private static readonly TimeSpan Maximum = TimeSpan.FromMinutes(2);

    /// <returns>The wait, where it is bearable.</returns>
    /// <exception cref="DiscordException">It is not.</exception>
    public static TimeSpan ThrowIfExceeded(TimeSpan wait) =>
        wait <= Maximum
            ? wait
            : throw new DiscordException(
                HttpStatusCode.TooManyRequests,
                0,
                "rate limited for longer than a request waits",
                retryAfter: wait
            );
}
