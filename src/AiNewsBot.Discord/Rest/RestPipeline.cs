using System.Net;
using AiNewsBot.Common;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>The way of a request: its turn, its answer, and another attempt where that is safe.</summary>
internal sealed partial class RestPipeline(
    RestHttpClient exchange,
    Func<CancellationToken, Task>? waitForSharedTurn,
    TimeProvider time,
    ILogger logger
)
{
    private const int MaxAttempts = 5;
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    private readonly RateLimiter _limits = new(time);
    private readonly InvalidRequestGuard _guard = new(time);
    private volatile bool _isTokenBad;

    /// <returns>The answer's body.</returns>
    /// <exception cref="DiscordException">Discord refused it, or did not answer after several attempts.</exception>
    /// <exception cref="HttpRequestException">No answer came, and it is not safe to
    /// ask again: whether it took effect is not known.</exception>
    public async Task<byte[]> SendAsync(RestRequest call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var mayRepeat = attempt < MaxAttempts && (call.Route.IsIdempotent || call.IsRepeatable);
            RestResponse restResponse;
            try
            {
                restResponse = await AttemptAsync(call, cancellationToken);
            }
            catch (HttpRequestException exception) when (mayRepeat)
            {
                Unreachable(logger, call.Route, exception.Message);
                await Task.Delay(Backoff.Jittered(attempt), time, cancellationToken);
                continue;
            }

            if (restResponse.IsSuccess)
                return restResponse.Body;

            // A 429 took no effect on any request. The wait is kept by the bucket, for all requests to it.
            if (restResponse.Status == HttpStatusCode.TooManyRequests && attempt < MaxAttempts)
            {
                RateLimited(logger, call.Route, restResponse.RetryAfter.TotalSeconds);
            }
            else if (restResponse.IsServerError && mayRepeat)
            {
                ServerError(logger, call.Route, (int)restResponse.Status);
                await Task.Delay(Backoff.Jittered(attempt), time, cancellationToken);
            }
            else
            {
                throw restResponse.ToException();
            }
        }
    }

    /// <summary>Counts what an answer says of limits and refusals.</summary>
    public void UpdateLimits(Route route, RestResponse restResponse)
    {
        _limits.Update(route, restResponse.Headers);
        if (restResponse.IsCounted)
            _guard.Record();
        if (restResponse.Status != HttpStatusCode.TooManyRequests)
            return;

        // Discord's gatekeeper answers in HTML, and means everything that comes from this address.
        var isGlobal = ErrorResponse.Read(restResponse.Body) is { IsGlobal: true } or { IsHtml: true };
        DiscordMeter.RateLimited.Add(
            1,
            new KeyValuePair<string, object?>(
                "scope",
                isGlobal ? "global"
                    : restResponse.IsSharedLimit ? "shared"
                    : "user"
            )
        );
        if (isGlobal)
            _limits.Global.Pause(restResponse.RetryAfter);
        else
            _limits.Pause(route, restResponse.RetryAfter);
    }

    private async Task<RestResponse> AttemptAsync(RestRequest call, CancellationToken cancellationToken)
    {
        Check(call);
        using var taken = await _limits.EnterAsync(call.Route, cancellationToken);
        if (waitForSharedTurn is not null && !call.IsInteraction)
            await waitForSharedTurn(cancellationToken);
        using var passage = call.IsInteraction ? null : await _limits.Global.EnterAsync(cancellationToken);

        // Once more, for those that stood in line when others were refused.
        Check(call);
        var restResponse = await exchange.SendAsync(call, RequestTimeout, cancellationToken);
        UpdateLimits(call.Route, restResponse);
        if (restResponse.Status == HttpStatusCode.Unauthorized && call is { IsInteraction: false, IsByWebhook: false })
            _isTokenBad = true;
        return restResponse;
    }

    private void Check(RestRequest call)
    {
        // A token that was refused once will be again, and each refusal counts towards a ban of this address.
        if (_isTokenBad && !call.IsInteraction)
            throw new DiscordException(HttpStatusCode.Unauthorized, 0, "the token was refused before; nothing is sent with it any more");
        if (_guard.ClosedFor is { } wait)
            throw new DiscordException(
                HttpStatusCode.TooManyRequests,
                0,
                "too many of the last requests were refused; nothing is sent for some minutes",
                retryAfter: wait
            );
    }

    [LoggerMessage(1, LogLevel.Warning, "Rate limited on {Route}; waiting {Seconds:0.###} s")]
    private static partial void RateLimited(ILogger logger, Route route, double seconds);

    [LoggerMessage(2, LogLevel.Warning, "{Route} returned {Status}; retrying")]
    private static partial void ServerError(ILogger logger, Route route, int status);

    [LoggerMessage(3, LogLevel.Warning, "Failed to reach Discord for {Route}: {Reason}; retrying")]
    private static partial void Unreachable(ILogger logger, Route route, string reason);
}
