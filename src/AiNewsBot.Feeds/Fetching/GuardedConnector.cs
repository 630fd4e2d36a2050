using System.Net;
using System.Net.Sockets;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Opens connections. The address that was checked is the one that is connected to: a check before the request would leave the name to be
/// looked up a second time, and its owner could answer differently then (DNS rebinding). Redirects come through here as well.
/// </summary>
internal sealed class GuardedConnector(AddressGuard guard, Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeProvider time)
{
    // Of IPv4 and of IPv6 each: where one of them leads nowhere, the other is still tried in time.
    private const int MaxPerAddressFamily = 2;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        Exception? cause = null;
        foreach (var address in Passing(host, await ResolveAsync(host, cancellationToken)))
        {
            try
            {
                return await OpenAsync(new IPEndPoint(address, port), cancellationToken);
            }
            catch (Exception exception)
                when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                cause = exception;
            }
        }

        throw cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
            ? new FetchException(new FeedFault(FeedFaultCode.ConnectionRefused, host, $"{port}"), cause)
            : new FetchException(new FeedFault(FeedFaultCode.NoConnection, host, $"{port}"), cause!);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal))
            return [literal];
        try
        {
            if (await resolve(host, cancellationToken) is { Length: > 0 } addresses)
                return addresses;
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            throw new FetchException(new FeedFault(FeedFaultCode.NameUnresolved, host), exception);
        }

        throw new FetchException(new FeedFault(FeedFaultCode.ServerMissing, host));
    }

    // The address behind a name is not told: who may add feeds need not learn how the network of the bot is laid out.
    private List<IPAddress> Passing(string host, IPAddress[] addresses)
    {
        var passing = new List<IPAddress>();
        ReservedRangeKind? kind = null;
        foreach (var address in addresses)
        {
            if (guard.GetError(address) is { } reserved)
                kind ??= reserved;
            else if (passing.Count(other => other.AddressFamily == address.AddressFamily) < MaxPerAddressFamily)
                passing.Add(address);
        }

        return passing.Count > 0 ? passing : throw new FetchException(new FeedFault(FeedFaultCode.AddressNotPublic, host, $"{kind}"));
    }

    private async Task<Stream> OpenAsync(IPEndPoint end, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
