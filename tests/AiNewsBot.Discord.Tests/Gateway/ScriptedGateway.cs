using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace AiNewsBot.Discord.Tests.Gateway;

/// <summary>A gateway that does exactly what a test tells it, however wrong: the simulator keeps the protocol, this one need not.</summary>
internal sealed class ScriptedGateway : IDisposable
{
    private readonly HttpListener _listener = new();

    public ScriptedGateway()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            Url = new Uri($"ws://127.0.0.1:{port}/");
            _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        }

        _listener.Start();
    }

    public Uri Url { get; }

    /// <summary>The next connection.</summary>
    public async Task<WebSocket> AcceptAsync()
    {
        var context = await _listener.GetContextAsync().WaitAsync(TestContext.Current.CancellationToken);
        return (await context.AcceptWebSocketAsync(subProtocol: null)).WebSocket;
    }

    public static Task SendAsync(WebSocket socket, string payload) =>
        socket
            .SendAsync(Encoding.UTF8.GetBytes(payload).AsMemory(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken)
            .AsTask();

    public static Task SendAsync(WebSocket socket, byte[] payload) =>
        socket.SendAsync(payload.AsMemory(), WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken).AsTask();

    /// <summary>What the client sends next: a payload, or the code with which it closes.</summary>
    public static async Task<string> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[8192];
        var result = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
        return result.MessageType == WebSocketMessageType.Close
            ? $"close {(int)socket.CloseStatus!}"
            : Encoding.UTF8.GetString(buffer, 0, result.Count);
    }

    public void Dispose() => _listener.Close();
}
