using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Messages;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Discord's REST API. Requests keep its rate limits by themselves, so that a 429 is an exception rather than the way in which a limit is
/// found. Answers to interactions lie outside those limits and wait for nothing.
/// </summary>
public sealed partial class DiscordRest : IDisposable
{
    private const int MostAttempts = 5;
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CallbackWindow = TimeSpan.FromSeconds(3);

    private readonly HttpClient _http;
    private readonly HttpClient _interactions;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RateLimits _limits;
    private readonly InvalidRequestGuard _guard;
    private readonly AuthenticationHeaderValue _authorization;

    /// <summary>A client over a handler of its own, or the one given.</summary>
    public DiscordRest(DiscordOptions options, TimeProvider time, ILogger<DiscordRest> logger, HttpMessageHandler? handler = null)
    {
        // Answers to interactions have connections of their own: they never stand behind other traffic.
        (_http, _interactions) = (Client(options, handler, DecompressionMethods.All), Client(options, handler, DecompressionMethods.None));
        _authorization = new AuthenticationHeaderValue("Bot", options.Token);
        (_time, _logger, _limits, _guard) = (time, logger, new RateLimits(time), new InvalidRequestGuard(time));
    }

    /// <summary>Sends a request with the bot's token and returns the answer's body.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Path below the API's base.</param>
    /// <param name="limit">The path's form with its major parameter: what its rate limit is counted by.</param>
    /// <param name="body">JSON, or nothing.</param>
    /// <param name="isRepeatable">Whether a POST may be sent again after an unclear answer, because it carries an enforced nonce.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DiscordException">Discord refused it, or did not answer after several attempts.</exception>
    public async Task<byte[]> SendAsync(
        HttpMethod method, string path, string limit, ReadOnlyMemory<byte>? body, bool isRepeatable, CancellationToken cancellationToken)
    {
        var route = new Route(method, path, limit);
        for (var attempt = 1; ; attempt++)
        {
            if (_guard.IsClosed)
                throw new DiscordException(HttpStatusCode.Forbidden, 0, "too many of the last requests were refused; nothing is sent for some minutes");
            using var turn = await _limits.Of(route).EnterAsync(cancellationToken);
            await _limits.Global.WaitAsync(cancellationToken);
            var mayRepeat = attempt < MostAttempts && (route.IsIdempotent || isRepeatable);
            using var request = Request(route, body);
            request.Headers.Authorization = _authorization;
            Answer answer;
            try
            {
                answer = await ExchangeAsync(_http, request, cancellationToken);
            }
            catch (HttpRequestException exception) when (mayRepeat)
            {
                Unreachable(_logger, method, path, exception.Message);
                await Task.Delay(Backoff.Delay(attempt), _time, cancellationToken);
                continue;
            }

            _limits.Learn(route, answer.Headers);
            if (answer.IsSuccess)
                return answer.Body;
            if (answer.Status == HttpStatusCode.TooManyRequests && attempt < MostAttempts)
            {
                var wait = LimitedFor(route, answer);
                RateLimited(_logger, method, path, wait.TotalSeconds);
                await Task.Delay(wait, _time, cancellationToken);
                continue;
            }

            if ((int)answer.Status >= 500 && mayRepeat)
            {
                ServerError(_logger, method, path, (int)answer.Status);
                await Task.Delay(Backoff.Delay(attempt), _time, cancellationToken);
                continue;
            }

            throw Refused(answer);
        }
    }

    /// <summary>Answers an interaction for the first time, within its three seconds.</summary>
    /// <returns>False when it was too late.</returns>
    /// <exception cref="DiscordException">Discord refused the answer.</exception>
    public Task<bool> AnswerAsync(Interaction interaction, InteractionReply reply, long received, CancellationToken cancellationToken) =>
        CallbackAsync(interaction, Json(reply, ReplyWriter.Write), AttachmentsOf(reply), received, cancellationToken);

    /// <summary>Says that the answer follows.</summary>
    /// <returns>False when it was too late.</returns>
    public Task<bool> DeferAsync(Interaction interaction, Deferral deferral, long received, CancellationToken cancellationToken) =>
        CallbackAsync(interaction, Json(deferral, ReplyWriter.WriteDefer), [], received, cancellationToken);

    /// <summary>Fills in the answer that was announced.</summary>
    public async Task EditOriginalAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var route = new Route(HttpMethod.Patch, $"webhooks/{interaction.ApplicationId}/{interaction.Token}/messages/@original", $"webhooks/{interaction.Token}");
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(route, Json(message, MessageWriter.Write), message.Attachments);
            var answer = await ExchangeAsync(_interactions, request, cancellationToken);
            if (answer.IsSuccess)
                return;
            if (attempt >= MostAttempts || (int)answer.Status < 500 && answer.Status != HttpStatusCode.TooManyRequests)
                throw Refused(answer);
            var wait = answer.Status == HttpStatusCode.TooManyRequests ? WaitOf(answer) : Backoff.Delay(attempt);
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _interactions.Dispose();
    }

    internal static byte[] Json<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
            write(json, value);
        return buffer.WrittenSpan.ToArray();
    }

    private async Task<bool> CallbackAsync(
        Interaction interaction, byte[] body, IReadOnlyList<Attachment> attachments, long received, CancellationToken cancellationToken)
    {
        var route = new Route(HttpMethod.Post, $"interactions/{interaction.Id}/{interaction.Token}/callback", "interactions");
        for (var attempt = 1; ; attempt++)
        {
            Answer? answer = null;
            try
            {
                using var request = Request(route, body, attachments);
                answer = await ExchangeAsync(_interactions, request, cancellationToken);
                if (answer.IsSuccess)
                    return true;
                var code = ErrorReader.Read(answer.Body).Code;
                if (code == DiscordCode.AlreadyAcknowledged && attempt > 1)
                    return true;
                if (code == DiscordCode.UnknownInteraction)
                    return false;
                if ((int)answer.Status < 500)
                    throw Refused(answer);
            }
            catch (HttpRequestException exception)
            {
                Unreachable(_logger, route.Method, "an interaction's callback", exception.Message);
            }

            var wait = TimeSpan.FromMilliseconds(100 * attempt);
            if (_time.GetElapsedTime(received) + wait >= CallbackWindow)
                return answer is null ? throw new HttpRequestException("Discord could not be reached in time") : throw Refused(answer);
            await Task.Delay(wait, _time, cancellationToken);
        }
    }

    private static HttpClient Client(DiscordOptions options, HttpMessageHandler? handler, DecompressionMethods decompression)
    {
        var http = new HttpClient(handler ?? new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(10), AutomaticDecompression = decompression }, disposeHandler: handler is null)
        {
            BaseAddress = new Uri(options.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
        return http;
    }

    private async Task<Answer> ExchangeAsync(HttpClient http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // One source where nobody else can cancel: answers to interactions are many, and two more objects each would be felt.
        using var timeout = new CancellationTokenSource(RequestTimeout, _time);
        using var either = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token) : null;
        var token = either?.Token ?? timeout.Token;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, token);
            var body = response.StatusCode == HttpStatusCode.NoContent ? [] : await response.Content.ReadAsByteArrayAsync(token);
            return new Answer(response.StatusCode, response.Headers, body);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("Discord did not answer in time");
        }
    }

    private static HttpRequestMessage Request(Route route, ReadOnlyMemory<byte>? body, IReadOnlyList<Attachment>? attachments = null)
    {
        var request = new HttpRequestMessage(route.Method, route.Path);
        if (body is not { } json)
            return request;
        var content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        if (attachments is not { Count: > 0 })
        {
            request.Content = content;
            return request;
        }

        var form = new MultipartFormDataContent { { content, "payload_json" } };
        for (var i = 0; i < attachments.Count; i++)
            form.Add(new ReadOnlyMemoryContent(attachments[i].Content), $"files[{i}]", attachments[i].Name);
        request.Content = form;
        return request;
    }

    // The larger of header and body: the header of some limits is known to be wrong.
    private static TimeSpan WaitOf(Answer answer)
    {
        var seconds = Math.Max(ErrorReader.Read(answer.Body).RetryAfter ?? 0, RateLimits.Header(answer.Headers, "Retry-After") ?? 0);
        return TimeSpan.FromSeconds(Math.Max(seconds, 0.05));
    }

    private TimeSpan LimitedFor(Route route, Answer answer)
    {
        var wait = WaitOf(answer);
        if (!answer.Headers.TryGetValues("X-RateLimit-Scope", out var scopes) || !scopes.Contains("shared"))
            _guard.Count();

        // Discord's gatekeeper answers in HTML, and means everything that comes from this address.
        if (ErrorReader.Read(answer.Body) is { IsGlobal: true } or { IsHtml: true })
            _limits.Global.Pause(wait);
        else
            _limits.Of(route).Pause(wait);
        return wait;
    }

    private DiscordException Refused(Answer answer)
    {
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            _guard.Count();
        var error = ErrorReader.Read(answer.Body);
        return new DiscordException(answer.Status, error.Code, error.Message);
    }

    private static ImmutableArray<Attachment> AttachmentsOf(InteractionReply reply) => reply switch
    {
        InteractionReply.Send send => send.Message.Attachments,
        InteractionReply.Update update => update.Message.Attachments,
        _ => [],
    };

    private sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, byte[] Body)
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;
    }

    [LoggerMessage(1, LogLevel.Warning, "Rate limited on {Method} {Path}: waiting {Seconds:0.###} s")]
    private static partial void RateLimited(ILogger logger, HttpMethod method, string path, double seconds);

    [LoggerMessage(2, LogLevel.Warning, "{Method} {Path} was answered by {Status}; trying again")]
    private static partial void ServerError(ILogger logger, HttpMethod method, string path, int status);

    [LoggerMessage(3, LogLevel.Warning, "Discord could not be reached for {Method} {Path}: {Reason}; trying again")]
    private static partial void Unreachable(ILogger logger, HttpMethod method, string path, string reason);
}
