using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Faults of servers and networks, in one sentence each.</summary>
internal static class FetchErrorText
{
    /// <summary>What an answer without a feed means.</summary>
    public static string Describe(HttpStatusCode status, string host) =>
        status switch
        {
            HttpStatusCode.NotFound => $"{host} has no such page (404).",
            HttpStatusCode.Gone => $"{host} says that the feed is gone for good (410).",
            HttpStatusCode.Unauthorized => $"{host} requires a login (401).",
            HttpStatusCode.PaymentRequired => $"{host} requires payment (402).",
            HttpStatusCode.Forbidden => $"{host} refuses the bot (403).",
            HttpStatusCode.TooManyRequests => $"{host} limits the rate of requests (429).",
            HttpStatusCode.NoContent => $"{host} answered without content (204).",
            HttpStatusCode.NotModified => $"{host} says that nothing has changed (304) though nothing was read before.",
            >= HttpStatusCode.InternalServerError => $"{host} failed with a server error ({(int)status}).",
            _ => $"{host} answered with the unexpected status {(int)status}.",
        };

    /// <summary>What went wrong on the way; null for a fault of the bot.</summary>
    public static string? Describe(Exception exception, string host) =>
        exception switch
        {
            FetchException => exception.Message,
            HttpRequestException { InnerException: FetchException inner } => inner.Message,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                $"No secure connection to {host} could be made: its certificate or its encryption is not valid.",
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } =>
                $"{host} cut the connection before its answer was complete.",
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"{host} sends endless headers.",
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => $"{host} does not speak HTTP.",

            // Not by the time of this fetch: it waited for a connection that another one had begun to open and that took too long.
            OperationCanceledException => $"{host} did not take a connection in time.",
            HttpRequestException or IOException => $"The connection to {host} broke.",
            _ => null,
        };
}
