using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Asks servers for feeds: one request, one answer, nothing followed, unpacked or remembered by itself.</summary>
internal sealed class FeedHttpClient : IDisposable
{
    private const int MaxHeadersInKiB = 32;

    private readonly string _userAgent;
    private readonly ImmutableArray<FeedHeader> _headers;
    private readonly HttpMessageInvoker _http;

    public FeedHttpClient(GuardedConnector connector, FeedFetcherOptions options) =>
        (_userAgent, _headers, _http) = (
            options.UserAgent,
            options.Headers,
            new HttpMessageInvoker(
                new SocketsHttpHandler
                {
                    ConnectCallback = connector.ConnectAsync,
                    ConnectTimeout = options.Limits.Time,
                    AllowAutoRedirect = false,
                    AutomaticDecompression = DecompressionMethods.None,
                    UseCookies = false,

                    // Through a proxy the check at the connection would see the proxy alone.
                    UseProxy = false,
                    ActivityHeadersPropagator = null,

                    // Addresses are sent in the encoding that they are typed in, although the standard forbids it in headers.
                    ResponseHeaderEncodingSelector = static (name, _) =>
                        name.Equals("Location", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : null,
                    MaxResponseHeadersLength = MaxHeadersInKiB,

                    // An unused body is not read to its end for the sake of the connection: it may have none.
                    MaxResponseDrainSize = 0,

                    // Long enough for the feeds of one host, which are asked one after the other; short against the time between two polls.
                    PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(10),
                }
            )
        );

    /// <summary>The answer, of which the headers are there and the body is yet to be read.</summary>
    public async Task<HttpResponseMessage> SendAsync(FeedAddress address, CacheValidators? validators, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Url)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", _userAgent);
        headers.TryAddWithoutValidation(
            "Accept",
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.5"
        );
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        foreach (var header in _headers.Where(header => header.BelongsTo(address)))
            headers.TryAddWithoutValidation(header.Name, header.Value);
        AddText(headers, "If-None-Match", validators?.ETag);
        AddText(headers, "If-Modified-Since", validators?.LastModified);
        return await _http.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static void AddText(HttpRequestHeaders headers, string name, string? text)
    {
        if (text is not null)
            headers.TryAddWithoutValidation(name, text);
    }
}
