using System.Globalization;
using System.Net;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>What answers and exceptions mean.</summary>
internal static class FetchErrorText
{
    /// <summary>What an answer without a feed means.</summary>
    public static FeedFault Describe(HttpStatusCode status, string host)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return status switch
        {
            HttpStatusCode.NotFound => new(FeedFaultCode.PageMissing, host),
            HttpStatusCode.Gone => new(FeedFaultCode.GoneForGood, host),
            HttpStatusCode.Unauthorized => new(FeedFaultCode.LoginRequired, host),
            HttpStatusCode.PaymentRequired => new(FeedFaultCode.PaymentRequired, host),
            HttpStatusCode.Forbidden => new(FeedFaultCode.Forbidden, host),
            HttpStatusCode.TooManyRequests => new(FeedFaultCode.RateLimited, host),
            HttpStatusCode.NoContent => new(FeedFaultCode.NoContent, host),
            HttpStatusCode.NotModified => new(FeedFaultCode.NothingChanged, host),
            >= HttpStatusCode.InternalServerError => new(FeedFaultCode.ServerError, host, number),
            _ => new(FeedFaultCode.UnexpectedStatus, host, number),
        };
    }

    /// <summary>What went wrong on the way; null for a fault of the bot.</summary>
    public static FeedFault? Describe(Exception exception, string host) =>
        exception switch
        {
            FetchException own => own.Fault,
            HttpRequestException { InnerException: FetchException inner } => inner.Fault,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new(
                FeedFaultCode.InsecureConnection,
                host
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded }
            or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => new(FeedFaultCode.ConnectionCut, host),
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(
                FeedFaultCode.EndlessHeaders,
                host
            ),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }
            or HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse } => new(FeedFaultCode.NotHttp, host),

            // Not by the time of this fetch: it waited for a connection that another one had begun to open and that took too long.
            OperationCanceledException => new(FeedFaultCode.ConnectTimeout, host),
            HttpRequestException or IOException => new(FeedFaultCode.ConnectionBroken, host),
            _ => null,
        };
}
