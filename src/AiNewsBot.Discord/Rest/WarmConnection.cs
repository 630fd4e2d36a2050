using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>
/// Keeps a connection open on which the next answer can leave at once. Left alone, a pool lets go of connections that are not used, the
/// server closes them, and the next person waits for the handshakes of TCP and TLS.
/// </summary>
internal sealed partial class WarmConnection(TimeProvider time, ILogger logger)
{
    private const string Path = "gateway";

    /// <summary>A ping finds a connection that was cut without a word, and keeps routers on the way from forgetting it.</summary>
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OpenTimeout = TimeSpan.FromSeconds(10);

    /// <summary>A server that closes sooner does so after each request: then it is not asked again and again.</summary>
    private static readonly TimeSpan MinLife = TimeSpan.FromSeconds(10);

    private volatile TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A handler whose connections stay until they are closed by the server or found to be dead.</summary>
    public SocketsHttpHandler CreateHandler() =>
        new()
        {
            EnableMultipleHttp2Connections = true,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.Always,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = PingTimeout,
            ConnectCallback = ConnectAsync,
        };

    /// <summary>Opens a connection by a request that needs no token, and again whenever one was closed, until cancelled.</summary>
    public async Task RunAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; )
            {
                // Before the request: a connection that is closed right after it is noticed.
                var closed = _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var began = time.GetTimestamp();
                if (await TryOpenAsync(http, cancellationToken))
                {
                    await closed.Task.WaitAsync(cancellationToken);
                    attempt = time.GetElapsedTime(began) < MinLife ? attempt + 1 : 1;
                }
                else
                {
                    attempt++;
                }

                // The first time at once: that it closed tells nothing of the server yet.
                if (attempt > 2)
                    await Task.Delay(Backoff.Delay(attempt - 2), time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    private async Task<bool> TryOpenAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(OpenTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path)
        {
            Version = RestHttpClient.Newest,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            NotOpened(logger, exception.Message);
            return false;
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new WatchedStream(socket, () => _closed.TrySetResult());
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "Failed to open a connection for answers: {Reason}")]
    private static partial void NotOpened(ILogger logger, string reason);

    /// <summary>The stream of a connection that tells when it is closed: the handler disposes it at once.</summary>
    private sealed class WatchedStream(Socket socket, Action closed) : NetworkStream(socket, ownsSocket: true)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            closed();
        }
    }
}
