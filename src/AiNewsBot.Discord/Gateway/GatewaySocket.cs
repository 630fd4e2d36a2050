using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace AiNewsBot.Discord.Gateway;

/// <summary>One connection to the gateway: payloads in, payloads out.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const string Query = "?v=10&encoding=json&compress=zlib-stream";
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Inflater _inflater = new();
    private byte[] _buffer = new byte[32 * 1024];

    /// <summary>The code with which the other side closed; null when the connection was cut.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <exception cref="WebSocketException">The gateway cannot be reached.</exception>
    public Task ConnectAsync(Uri gateway, string userAgent, CancellationToken cancellationToken)
    {
        _socket.Options.SetRequestHeader("User-Agent", userAgent);
        return _socket.ConnectAsync(new Uri(gateway, Query), cancellationToken);
    }

    /// <summary>The next payload, valid until the next call; empty when the connection ended.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            ValueWebSocketReceiveResult part;
            try
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
            {
                // Cut by the other side, or by ourselves.
                return default;
            }

            if (part.MessageType == WebSocketMessageType.Close)
                return default;
            length += part.Count;
            if (part.EndOfMessage && (part.MessageType == WebSocketMessageType.Text || Inflater.EndsPayload(_buffer.AsSpan(0, length))))
                return part.MessageType == WebSocketMessageType.Text ? _buffer.AsMemory(0, length) : Inflate(length);
        }
    }

    /// <summary>Sends a payload; does nothing when the connection has ended.</summary>
    public async Task SendAsync(Opcode op, Action<Utf8JsonWriter> writeData, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("op", (int)op);
            json.WritePropertyName("d");
            writeData(json);
            json.WriteEndObject();
        }

        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(buffer.WrittenMemory, WebSocketMessageType.Text, true, cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The reader sees the end of the connection too, and decides what follows.
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes with a code; cuts the connection when the other side does not follow.</summary>
    public async Task CloseAsync(int code)
    {
        using var timeout = new CancellationTokenSource(CloseTimeout);
        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, timeout.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            _socket.Abort();
        }
    }

    /// <summary>Cuts the connection, so that a waiting read ends.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _inflater.Dispose();
        _sending.Dispose();
    }

    private ReadOnlyMemory<byte> Inflate(int length)
    {
        var plain = _inflater.Inflate(_buffer.AsMemory(0, length));

        // The read buffer is free again: the inflater has taken all of it.
        if (plain.Length > _buffer.Length)
            _buffer = new byte[plain.Length];
        plain.CopyTo(_buffer);
        return _buffer.AsMemory(0, plain.Length);
    }
}
