using System.Net;
using System.Text.Json;
using AiNewsBot.Chat;
using AiNewsBot.Hosting.Prometheus;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Hosting;

/// <summary>
/// The bot's own small web server: /healthz and /metrics for monitoring, and the chat's signed interactions where they come by HTTP.
/// </summary>
internal sealed partial class HttpServer(
    HttpSettings settings,
    Listener listener,
    IChatTransport transport,
    HealthCheck health,
    MetricsEndpoint metrics,
    ILogger<HttpServer> logger
) : IHostedService, IHttpApplication<HttpContext>, IDisposable
{
    private const int MaxInteractionBytes = 1024 * 1024;

    private KestrelServer? _server;

    /// <summary>Where it listens, once it does.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Urls))
            return;
        _server = await listener.StartAsync(this, cancellationToken);
        Listening(logger, string.Join(", ", Addresses));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _server?.Dispose();

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        if (context.Request.Path == "/interactions" && HttpMethods.IsPost(context.Request.Method))
            await HandleInteractionAsync(context);
        else if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
        else
            await ReportAsync(context);
    }

    private async Task ReportAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/healthz":
                await WriteHealthAsync(context);
                break;
            case "/healthz/ready":
                context.Response.StatusCode = (int)(health.IsReady ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
                break;

            // That it answers is all that this asks: a process that waits for Discord or a database is not mended by a restart.
            case "/healthz/live":
                break;
            case "/metrics" when await metrics.AnswerAsync() is { } text:
                context.Response.ContentType = PrometheusText.ContentType;
                if (HttpMethods.IsGet(context.Request.Method))
                    await context.Response.WriteAsync(text, context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
                break;
        }
    }

    private async Task HandleInteractionAsync(HttpContext context)
    {
        // The chat's own requests are small; a larger one is not from the chat.
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0; )
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxInteractionBytes)
            {
                context.Response.StatusCode = (int)HttpStatusCode.RequestEntityTooLarge;
                return;
            }
        }

        var headers = context.Request.Headers;
        var answer = await transport.AnswerAsync(
            new SignedRequest(headers["X-Signature-Ed25519"], headers["X-Signature-Timestamp"], body.ToArray())
        );
        context.Response.StatusCode = (int)(answer?.Status ?? HttpStatusCode.NotFound);
        if (answer is not { Json.Length: > 0 })
            return;
        context.Response.ContentType = "application/json";
        await context.Response.BodyWriter.WriteAsync(answer.Json);
    }

    private async Task WriteHealthAsync(HttpContext context)
    {
        var report = await health.CheckAsync();
        context.Response.StatusCode = (int)(report.IsHealthy ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        context.Response.ContentType = "application/json";
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        await JsonSerializer.SerializeAsync(
            context.Response.BodyWriter,
            HealthPayload.From(report),
            HealthJson.Default.HealthPayload,
            context.RequestAborted
        );
    }

    [LoggerMessage(1, LogLevel.Information, "Health at /healthz on {Addresses}")]
    private static partial void Listening(ILogger logger, string addresses);
}
