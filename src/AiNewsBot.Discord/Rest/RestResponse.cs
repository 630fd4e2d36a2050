using System.Net;
using System.Net.Http.Headers;

namespace AiNewsBot.Discord.Rest;

/// <summary>What came back.</summary>
internal sealed record RestResponse(HttpStatusCode Status, HttpResponseHeaders Headers, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Whether another attempt may do better: Discord has a bad moment, or did not answer a proxy before it in time (408). A proxy
    /// that does not know a route (501) will not know it then either.</summary>
    public bool IsServerError =>
        Status is HttpStatusCode.RequestTimeout || (int)Status >= 500 && Status is not HttpStatusCode.NotImplemented;

    /// <summary>How long to wait after a 429: the larger of header and body, since
    /// the header of some limits is known to be wrong.</summary>
    public TimeSpan RetryAfter
    {
        get
        {
            var seconds = Math.Max(ErrorResponse.Read(Body).RetryAfter ?? 0, RateLimiter.Header(Headers, "Retry-After") ?? 0);
            return TimeSpan.FromSeconds(Math.Max(seconds, 0.05));
        }
    }

    /// <summary>Whether the limit was met by others too, so that it is no fault of this bot.</summary>
    public bool IsSharedLimit => Headers.TryGetValues("X-RateLimit-Scope", out var scopes) && scopes.Contains("shared");

    /// <summary>Whether Discord counts it towards a ban of this address. A limit that others met, too, is not counted, nor is what a proxy
    /// says by itself: Nirn does so while one of its nodes is away.</summary>
    public bool IsCounted =>
        Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
        || Status == HttpStatusCode.TooManyRequests && !IsSharedLimit && !Headers.Contains("Generated-By-Proxy");

    /// <summary>The refusal as an exception.</summary>
    public DiscordException ToException()
    {
        var error = ErrorResponse.Read(Body);
        return new DiscordException(
            Status,
            error.Code,
            error.Message,
            error.Errors,
            Status == HttpStatusCode.TooManyRequests ? RetryAfter : null
        );
    }
}
