using System.Globalization;
using System.Net;
using System.Text.Json;
using AiNewsBot.Answering;
using AiNewsBot.Configuration;
using AiNewsBot.Storage;
using AiNewsBot.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Health;

/// <summary>The bot's own small web server: /healthz for whoever watches over it.</summary>
internal sealed partial class HttpService(
    HttpSettings settings, IChatTransport transport, Database database, SnapshotHolder snapshots, TimeProvider time, ILoggerFactory loggers)
    : IHostedService, IAsyncDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<HttpService>();
    private WebApplication? _server;

    /// <summary>Where it listens, once it does.</summary>
    public IReadOnlyCollection<string> Addresses => _server is null ? [] : [.. _server.Urls];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(settings.Urls))
            return;

        // An empty builder: nothing of the web framework is loaded that this one path does not need.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(settings.Urls);
        builder.Services.AddSingleton(loggers);
        _server = builder.Build();
        _server.Run(AnswerAsync);
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException exception)
        {
            throw new StorageException($"Http:Urls {settings.Urls} cannot be listened on: {exception.Message} Choose another port, or leave it empty to turn it off.", exception);
        }

        Listening(_logger, string.Join(", ", Addresses));
    }

    public Task StopAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext http)
    {
        if (http.Request.Path != "/healthz" || !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        var report = HealthReport.Of(transport, database, snapshots, time);
        http.Response.StatusCode = (int)(report.IsHealthy ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
        http.Response.ContentType = "application/json";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", report.IsHealthy ? "ok" : "degraded");
        json.WriteString("gateway", report.Gateway);
        json.WriteString("database", report.Database);
        if (report.SnapshotAge is { } age)
            json.WriteString("snapshotAge", age.ToString("c", CultureInfo.InvariantCulture));
        else
            json.WriteNull("snapshotAge");
        json.WriteEndObject();
    }

    [LoggerMessage(1, LogLevel.Information, "Health at /healthz on {Addresses}")]
    private static partial void Listening(ILogger logger, string addresses);
}
