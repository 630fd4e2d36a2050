using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace DiscordSimulator.Wire;

/// <summary>A connection through the relay.</summary>
internal sealed class RelayedConnection(Socket client, int serverPort, TimeSpan distance, TimeProvider time)
{
    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private volatile bool _isSilent;

    /// <summary>Passes on until one side or <see cref="Cut"/> ends it.</summary>
    public async Task RunAsync()
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(IPAddress.Loopback, serverPort);
            await Task.WhenAll(PassAsync(client, _server, 3 * distance), PassAsync(_server, client, distance));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut by one side.
        }
        finally
        {
            Cut();
        }
    }

    public void Cut()
    {
        client.Dispose();
        _server.Dispose();
    }

    public void Silence() => _isSilent = true;

    // What comes is read at once, and waits beside those that came before it: many are on the way at a time.
    private async Task PassAsync(Socket from, Socket to, TimeSpan first)
    {
        var onTheWay = Channel.CreateUnbounded<(long Due, byte[] Bytes)>();
        var arriving = ArriveAsync(to, onTheWay.Reader);
        var buffer = new byte[64 * 1024];
        var opened = Due(first);
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                if (!_isSilent)
                    onTheWay.Writer.TryWrite((Math.Max(opened, Due(distance)), buffer[..count]));
            }
        }
        finally
        {
            onTheWay.Writer.TryComplete();
            await arriving;

            // The end of one direction is passed on as that of both: all that its clients speak ends so.
            Cut();
        }
    }

    private async Task ArriveAsync(Socket to, ChannelReader<(long Due, byte[] Bytes)> onTheWay)
    {
        await foreach (var (due, bytes) in onTheWay.ReadAllAsync())
        {
            var left = due - time.GetTimestamp();
            if (left > 0)
                await Task.Delay(TimeSpan.FromSeconds((double)left / time.TimestampFrequency), time);
            for (var sent = 0; sent < bytes.Length; )
                sent += await to.SendAsync(bytes.AsMemory(sent));
        }
    }

    private long Due(TimeSpan after) => time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
}
