using System.Collections.Concurrent;
using System.Net;
using AiNewsBot.Feeds.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>A server of feeds on the loopback that behaves as a test tells it, path by path.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, RequestDelegate> _paths = new();

    private FeedServer(Action<WebApplicationBuilder>? change)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.AddServerHeader = false).UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        change?.Invoke(builder);
        _server = builder.Build();
        _server.Run(async http =>
        {
            Requests.Enqueue(Header(http));
            if (_paths.TryGetValue(http.Request.Path.Value ?? "", out var answer))
                await answer(http);
            else
                http.Response.StatusCode = 404;
        });
    }

    /// <summary>The headers of each request, with the path under ":path".</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Requests { get; } = [];

    public int Port => new Uri(_server.Urls.First()).Port;

    public RequestDelegate this[string path]
    {
        set => _paths[path] = value;
    }

    public static async Task<FeedServer> StartAsync(Action<WebApplicationBuilder>? change = null)
    {
        var server = new FeedServer(change);
        await server._server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public FeedAddress Address(string path, string host = "127.0.0.1") =>
        FeedAddress.TryParse($"{new Uri(_server.Urls.First()).Scheme}://{host}:{Port}{path}")!;

    /// <summary>Answers with a body and headers.</summary>
    public static RequestDelegate Send(byte[] body, params (string Name, string Value)[] headers) =>
        async http =>
        {
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        };

    /// <summary>Answers with a status and headers alone.</summary>
    public static RequestDelegate Send(HttpStatusCode status, params (string Name, string Value)[] headers) =>
        http =>
        {
            http.Response.StatusCode = (int)status;
            foreach (var (name, value) in headers)
                http.Response.Headers[name] = value;
            return Task.CompletedTask;
        };

    public async ValueTask DisposeAsync()
    {
        // Requests that are still served are those that never end.
        using var now = new CancellationTokenSource(0);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private static Dictionary<string, string> Header(HttpContext http) =>
        http
            .Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)
            .Append(KeyValuePair.Create(":path", http.Request.Path.Value ?? ""))
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
}
