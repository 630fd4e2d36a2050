using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace DiscordSimulator.Gateway;

/// <summary>One connection of a client: payloads out in order, compressed when it asked for that.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Channel<Outgoing> _outgoing = Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _zlib;

    public Connection(WebSocket socket, bool compresses, Action abort)
    {
        (Socket, Abort) = (socket, abort);
        _zlib = compresses ? new ZLibStream(_compressed, CompressionLevel.Fastest) : null;
    }

    public WebSocket Socket { get; }

    /// <summary>Cuts the connection below the WebSocket.</summary>
    public Action Abort { get; }

    public Session? Session { get; set; }

    /// <summary>Queues a payload.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="leaves">Called when it is handed to the socket.</param>
    public void Send(string payload, Action? leaves = null) => _outgoing.Writer.TryWrite(new Outgoing(payload, null, leaves));

    /// <summary>Queues a close.</summary>
    public void Close(int code) => _outgoing.Writer.TryWrite(new Outgoing(null, code, null));

    /// <summary>Sends what is queued until the connection ends.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (payload, code, leaves) in _outgoing.Reader.ReadAllAsync(cancellationToken))
            {
                if (code is { } status)
                {
                    await Socket.CloseOutputAsync((WebSocketCloseStatus)status, null, cancellationToken);
                    return;
                }

                var bytes = Encoding.UTF8.GetBytes(payload!);
                var (type, sent) = _zlib is null ? (WebSocketMessageType.Text, bytes) : (WebSocketMessageType.Binary, Compress(bytes));
                leaves?.Invoke();
                await Socket.SendAsync(sent, type, true, cancellationToken);
            }
        }
        catch (Exception exception)
            when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The client is gone.
        }
    }

    public void Dispose()
    {
        _outgoing.Writer.TryComplete();
        _zlib?.Dispose();
        _compressed.Dispose();
    }

    private ReadOnlyMemory<byte> Compress(byte[] bytes)
    {
        _compressed.SetLength(0);
        _zlib!.Write(bytes);
        _zlib.Flush();
        return _compressed.GetBuffer().AsMemory(0, (int)_compressed.Length);
    }

    private sealed record Outgoing(string? Payload, int? CloseCode, Action? Leaves);
}
