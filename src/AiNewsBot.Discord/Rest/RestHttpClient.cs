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
    private readonly DiscordOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly string _base;

    // Without HttpClient around it: that would copy each answer, and make a source of cancellation more.
    private readonly HttpMessageInvoker _http;

    // One for each shard; none where a handler was given.
    private volatile WarmConnection[] _warm;
    private uint _turn;

    /// <summary>A client over connections of its own, or over the handler given.</summary>
    public RestHttpClient(DiscordOptions options, TimeProvider time, ILogger logger, HttpMessageHandler? handler)
    {
        (_authorization, _options, _time, _logger) = (new AuthenticationHeaderValue("Bot", options.Token), options, time, logger);
        _base = options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/";
        _http = new HttpMessageInvoker(handler ?? CreateHandler(options), disposeHandler: handler is null);
        _warm = handler is null ? [CreateWarm()] : [];
    }

    /// <summary>The version of HTTP that is asked for.</summary>
    public static Version Newest => HttpVersion.Version20;

    /// <summary>Completes when each connection for answers was opened, or its first attempt failed.</summary>
    public Task Ready => Task.WhenAll(_warm.Select(one => one.Ready));

    /// <summary>Keeps so many connections for answers open until cancelled, with those that are kept already. Answers take turns on
    /// them.</summary>
    public Task KeepReadyAsync(int connections, CancellationToken cancellationToken)
    {
        if (_warm is { Length: > 0 } warm && warm.Length < connections)
            _warm = [.. warm, .. Enumerable.Range(warm.Length, connections - warm.Length).Select(_ => CreateWarm())];
        return Task.WhenAll(_warm.Select(one => one.RunAsync(CreateMessage, cancellationToken)));
    }

    /// <exception cref="HttpRequestException">No answer came: whether the request took effect is not known. Where the time ran out, it
    /// holds a <see cref="TimeoutException"/>.</exception>
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
        var warm = call.IsInteraction ? NextForAnswers() : null;
        try
        {
            using var response = await (warm?.Http ?? _http).SendAsync(request, token);
            var body = response.StatusCode == HttpStatusCode.NoContent ? [] : await response.Content.ReadAsByteArrayAsync(token);
            Measure(call.Route, began, response.StatusCode);
            return new RestResponse(response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            warm?.Doubt();
            Measure(call.Route, began, error: "timeout");
            throw new HttpRequestException("Discord did not answer in time", new TimeoutException());
        }
        catch (HttpRequestException)
        {
            warm?.Doubt();
            Measure(call.Route, began, error: "connection_error");
            throw;
        }
    }

    // Attributes as OpenTelemetry's conventions name those of requests (https://opentelemetry.io/docs/specs/semconv/http/http-metrics/).
    private static void Measure(Route route, long began, HttpStatusCode? status = null, string? error = null)
    {
        if (began == 0)
            return;
        var tags = new TagList { { "http.request.method", route.Method.Method }, { "url.template", route.Template } };
        if (status is { } code)
        {
            tags.Add("http.response.status_code", (int)code);
            if (code >= HttpStatusCode.BadRequest)
                error = ((int)code).ToString(CultureInfo.InvariantCulture);
        }

        if (error is not null)
            tags.Add("error.type", error);
        DiscordMeter.Requests.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, tags);
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var one in _warm)
            one.Dispose();
    }

    private WarmConnection CreateWarm() => new(_options, _time, _logger);

    // The next in turn that is open: one that the server closed is being opened again meanwhile.
    private WarmConnection? NextForAnswers()
    {
        if (_warm is not { Length: > 0 } warm)
            return null;
        var turn = Interlocked.Increment(ref _turn);
        for (var i = 0u; i < warm.Length; i++)
        {
            if (warm[(turn + i) % (uint)warm.Length] is { IsOpen: true } open)
                return open;
        }

        return warm[turn % (uint)warm.Length];
    }

    private static SocketsHttpHandler CreateHandler(DiscordOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AutomaticDecompression = DecompressionMethods.All,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            KeepAlivePingDelay = TimeSpan.FromSeconds(5),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
        };
        options.Configure?.Invoke(handler);
        return handler;
    }

    private HttpRequestMessage CreateMessage(HttpMethod method, string path)
    {
        var message = new HttpRequestMessage(method, new Uri(_base + path))
        {
            Version = Newest,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        return message;
    }

    private HttpRequestMessage Request(RestRequest call)
    {
        var request = CreateMessage(call.Route.Method, call.Route.Path);
        if (call.AvoidsShared)
            (request.Version, request.VersionPolicy) = (HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        if (call is { IsInteraction: false, IsByWebhook: false })
            request.Headers.Authorization = _authorization;
        if (call.Body is null)
            return request;
        var content = new ByteArrayContent(call.Body);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
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
