using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>Sends requests over HTTP, by its second version where the server offers it. Answers to interactions have connections of
/// their own: they never wait behind other traffic.</summary>
internal sealed class RestHttpClient : IDisposable
{
    private readonly AuthenticationHeaderValue _authorization;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly HttpClient _interactions;
    private readonly WarmConnection? _warm;

    /// <summary>A client over connections of its own, or over the handler given.</summary>
    public RestHttpClient(DiscordOptions options, TimeProvider time, ILogger logger, HttpMessageHandler? handler)
    {
        (_authorization, _time) = (new AuthenticationHeaderValue("Bot", options.Token), time);
        if (handler is not null)
        {
            (_http, _interactions) = (Client(options, handler, ownsHandler: false), Client(options, handler, ownsHandler: false));
            return;
        }

        _warm = new WarmConnection(time, logger);
        _http = Client(options, Configured(CreateHandler(), options), ownsHandler: true);
        _interactions = Client(options, Configured(_warm.CreateHandler(), options), ownsHandler: true);
    }

    /// <summary>The version of HTTP that is asked for.</summary>
    public static Version Newest => HttpVersion.Version20;

    /// <summary>Keeps a connection for answers open until cancelled.</summary>
    public Task KeepReadyAsync(CancellationToken cancellationToken) =>
        _warm?.RunAsync(_interactions, cancellationToken) ?? Task.CompletedTask;

    /// <exception cref="HttpRequestException">No answer came: whether the request took effect is not known.</exception>
    public async Task<RestResponse> SendAsync(RestRequest call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var request = Request(call);

        // One source where only this timeout can cancel: answers to interactions are many, and two more objects each would be felt.
        using var timeout = new CancellationTokenSource(patience, _time);
        using var either = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token)
            : null;
        var token = either?.Token ?? timeout.Token;
        var began = DiscordMeter.Requests.Enabled ? Stopwatch.GetTimestamp() : 0;
        try
        {
            using var response = await (call.IsInteraction ? _interactions : _http).SendAsync(
                request,
                HttpCompletionOption.ResponseContentRead,
                token
            );
            var body = response.StatusCode == HttpStatusCode.NoContent ? [] : await response.Content.ReadAsByteArrayAsync(token);
            Measure(call.Route, began, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
            return new RestResponse(response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            Measure(call.Route, began, "timeout");
            throw new HttpRequestException("Discord did not answer in time");
        }
        catch (HttpRequestException)
        {
            Measure(call.Route, began, "unreachable");
            throw;
        }
    }

    private static void Measure(Route route, long began, string status)
    {
        if (began != 0)
            DiscordMeter.Requests.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new("method", route.Method.Method),
                new("route", route.Template),
                new("status", status)
            );
    }

    public void Dispose()
    {
        _http.Dispose();
        _interactions.Dispose();
    }

    private static SocketsHttpHandler CreateHandler() =>
        new()
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AutomaticDecompression = DecompressionMethods.All,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingDelay = TimeSpan.FromSeconds(5),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
        };

    private static SocketsHttpHandler Configured(SocketsHttpHandler handler, DiscordOptions options)
    {
        options.Configure?.Invoke(handler);
        return handler;
    }

    private static HttpClient Client(DiscordOptions options, HttpMessageHandler handler, bool ownsHandler)
    {
        var http = new HttpClient(handler, ownsHandler)
        {
            BaseAddress = new Uri(options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        return http;
    }

    private HttpRequestMessage Request(RestRequest call)
    {
        var request = new HttpRequestMessage(call.Route.Method, call.Route.Path)
        {
            Version = call.AvoidsShared ? HttpVersion.Version11 : Newest,
            VersionPolicy = call.AvoidsShared ? HttpVersionPolicy.RequestVersionExact : HttpVersionPolicy.RequestVersionOrLower,
        };
        if (call is { IsInteraction: false, IsByWebhook: false })
            request.Headers.Authorization = _authorization;
        if (call.Body is null)
            return request;
        var content = new ByteArrayContent(call.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (call.Attachments.Count == 0)
        {
            request.Content = content;
            return request;
        }

        var form = new MultipartFormDataContent { { content, "payload_json" } };
        for (var i = 0; i < call.Attachments.Count; i++)
            form.Add(new ReadOnlyMemoryContent(call.Attachments[i].Content), $"files[{i}]", call.Attachments[i].Name);
        request.Content = form;
        return request;
    }
}
