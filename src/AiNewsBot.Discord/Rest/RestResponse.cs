using System.Net;
using System.Net.Http.Headers;

namespace AiNewsBot.Discord.Rest;

/// <summary>What came back.</summary>
internal sealed record RestResponse(HttpStatusCode Status, HttpResponseHeaders Headers, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsServerError => (int)Status >= 500;

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
