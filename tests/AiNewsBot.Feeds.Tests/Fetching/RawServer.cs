using System.Net;
using System.Net.Sockets;
using System.Text;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.Feeds.Tests.Fetching;

/// <summary>A server that sends bytes that no web server would: it answers each connection with them and closes it.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private Task _run = Task.CompletedTask;

    private RawServer() => _listener.Start();

    public FeedAddress Address => FeedAddress.TryParse($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/feed")!;

    /// <summary>Answers with a text, its characters as bytes.</summary>
    public static Task<RawServer> StartAsync(string answer) =>
        StartAsync((stream, cancellationToken) => stream.WriteAsync(Encoding.Latin1.GetBytes(answer), cancellationToken).AsTask());

    public static Task<RawServer> StartAsync(Func<Stream, CancellationToken, Task> answer)
    {
        var server = new RawServer();
        server._run = server.ServeAsync(answer);
        return Task.FromResult(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _run;
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<Stream, CancellationToken, Task> answer)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[8192], _stop.Token);
                await answer(stream, _stop.Token);
            }
            catch (Exception exception)
                when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went away, as it should from such a server, or the test is over.
            }
        }
    }
}
