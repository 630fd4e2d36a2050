using System.Net;
using AiNewsBot.Common;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Keeps a connection open on which the next answer can leave at once. Left alone, a pool lets go of connections that are not used, the
/// server closes them, and the next person waits for the handshakes of TCP and TLS.
/// </summary>
internal sealed partial class WarmConnection : IDisposable
{
    private const string Path = "gateway";

    /// <summary>A ping finds a connection that was cut without a word, and keeps routers on the way from forgetting it.</summary>
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A server that closes sooner does so after each request: then it is not asked again and again.</summary>
    private static readonly TimeSpan MinLife = TimeSpan.FromSeconds(1);

    /// <summary>Where requests cannot share a connection, a burst opens one for each, and all of them stay: thousands took 13 KB each.
    /// Those of one burst that are more wait for one of these to be free.</summary>
    private const int MaxConnections = 128;

    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isOpened;
    private int _usable;
    private Task? _running;

    public WarmConnection(DiscordOptions options, TimeProvider time, ILogger logger)
    {
        (_time, _logger) = (time, logger);

        // Its connections stay until they are closed by the server or found to be dead. What an answer does not need is not done for it.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            EnableMultipleHttp2Connections = true,
            MaxConnectionsPerServer = MaxConnections,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = PingTimeout,
            PlaintextStreamFilter = WatchAsync,
        };
        options.Configure?.Invoke(handler);
        Http = new HttpMessageInvoker(handler);
    }

    /// <summary>Sends by it.</summary>
    public HttpMessageInvoker Http { get; }

    /// <summary>Whether an answer can leave on it without a handshake, as far as is known.</summary>
    public bool IsOpen => _isOpened && !_closed.Task.IsCompleted;

    /// <summary>Completes when it was opened for the first time, or could not be.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Opens a connection by a request that needs no token, and again whenever one was closed, until cancelled.</summary>
    /// <returns>What runs already, where it does.</returns>
    public Task RunAsync(Func<HttpMethod, string, HttpRequestMessage> createMessage, CancellationToken cancellationToken) =>
        _running is { IsCompleted: false } ? _running : _running = KeepOpenAsync(createMessage, cancellationToken);

    /// <summary>An answer failed on it: it is tried before the next ones leave on it.</summary>
    public void Doubt() => _closed.TrySetResult();

    public void Dispose() => Http.Dispose();

    private async Task KeepOpenAsync(Func<HttpMethod, string, HttpRequestMessage> createMessage, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; )
            {
                // Before the request: a connection that is closed right after it is noticed.
                _isOpened = false;
                var closed = _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var began = _time.GetTimestamp();
                _isOpened = await TryOpenAsync(createMessage, cancellationToken);
                _ready.TrySetResult();
                if (_isOpened)
                {
                    await closed.Task.WaitAsync(cancellationToken);
                    attempt = _time.GetElapsedTime(began) < MinLife ? attempt + 1 : 1;
                }
                else
                {
                    attempt++;
                }

                // The first time at once: that it closed tells nothing of the server yet.
                if (attempt > 2)
                    await Task.Delay(Backoff.Jittered(attempt - 2), _time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        finally
        {
            _ready.TrySetResult();
        }
    }

    private async Task<bool> TryOpenAsync(Func<HttpMethod, string, HttpRequestMessage> createMessage, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(OpenTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = createMessage(HttpMethod.Get, Path);
        try
        {
            using var response = await Http.SendAsync(request, either.Token);
            await response.Content.ReadAsByteArrayAsync(either.Token);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            NotOpened(_logger, exception.Message);
            return false;
        }
    }

    // Called when the handshakes are over.
    private ValueTask<Stream> WatchAsync(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _usable);
        return ValueTask.FromResult<Stream>(
            new WatchedStream(context.PlaintextStream, context.NegotiatedHttpVersion >= HttpVersion.Version20, OnEnded)
        );
    }

    // A burst may have opened several, and those that are left will do.
    private void OnEnded()
    {
        if (Interlocked.Decrement(ref _usable) == 0)
            _closed.TrySetResult();
    }

    [LoggerMessage(1, LogLevel.Debug, "Failed to open a connection for answers: {Reason}")]
    private static partial void NotOpened(ILogger logger, string reason);
}
