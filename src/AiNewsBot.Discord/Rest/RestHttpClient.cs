using System.Net;
using System.Net.Http.Headers;

namespace AiNewsBot.Discord.Rest;

/// <summary>Sends requests over HTTP. Answers to interactions have connections of
/// their own: they never wait behind other traffic.</summary>
internal sealed class RestHttpClient(DiscordOptions options, TimeProvider time, HttpMessageHandler? handler) : IDisposable
{
    private readonly AuthenticationHeaderValue _authorization = new("Bot", options.Token);
    private readonly HttpClient _http = Client(options, handler, DecompressionMethods.All);
    private readonly HttpClient _interactions = Client(options, handler, DecompressionMethods.None);

    /// <exception cref="HttpRequestException">No answer came: whether the request took effect is not known.</exception>
    public async Task<RestResponse> SendAsync(RestRequest call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var request = Request(call);

        // One source where only this timeout can cancel: answers to interactions are many, and two more objects each would be felt.
        using var timeout = new CancellationTokenSource(patience, time);
        using var either = cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token)
            : null;
        var token = either?.Token ?? timeout.Token;
        try
        {
            using var response = await (call.IsInteraction ? _interactions : _http).SendAsync(
                request,
                HttpCompletionOption.ResponseContentRead,
                token
            );
            var body = response.StatusCode == HttpStatusCode.NoContent ? [] : await response.Content.ReadAsByteArrayAsync(token);
            return new RestResponse(response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("Discord did not answer in time");
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _interactions.Dispose();
    }

    private static HttpClient Client(DiscordOptions options, HttpMessageHandler? handler, DecompressionMethods decompression)
    {
        var http = new HttpClient(
            handler
                ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10), AutomaticDecompression = decompression },
            disposeHandler: handler is null
        )
        {
            BaseAddress = new Uri(options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        return http;
    }

    private HttpRequestMessage Request(RestRequest call)
    {
        var request = new HttpRequestMessage(call.Route.Method, call.Route.Path);
        if (!call.IsInteraction)
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
