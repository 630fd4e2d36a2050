using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AiNewsBot.Benchmarks;

/// <summary>The least that a Discord bot can be, on the bare base library: what the whole bot is measured against.</summary>
internal static class EchoBot
{
    private static readonly byte[] Reply =
        """{"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":10,"content":"echo"}]}}"""u8.ToArray();

    public static async Task RunAsync(string apiBaseUrl, string token)
    {
        using var http = new HttpClient { BaseAddress = new Uri(apiBaseUrl + "/") };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        using var request = new HttpRequestMessage(HttpMethod.Get, "gateway/bot")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bot", token) },
        };
        using var answer = await http.SendAsync(request);
        using var info = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("User-Agent", "DiscordBot (https://example.org, 1)");
        await socket.ConnectAsync(new Uri($"{info.RootElement.GetProperty("url").GetString()}?v=10&encoding=json"), CancellationToken.None);
        var buffer = new byte[1024 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                length += part.Count;
            } while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                return;
            Handle(buffer.AsMemory(0, length), socket, http, token);
        }
    }

    private static void Handle(ReadOnlyMemory<byte> payload, ClientWebSocket socket, HttpClient http, string token)
    {
        using var json = JsonDocument.Parse(payload);
        var root = json.RootElement;
        switch (root.GetProperty("op").GetInt32())
        {
            case 10:
                _ = SendAsync(
                    socket,
                    $$"""
                    {"op":2,"d":{"token":"{{token}}","intents":1,"properties":{"os":"linux","browser":"echo","device":"echo"},
                    "shard":[0,1]} }
                    """
                );
                _ = BeatAsync(socket, root.GetProperty("d").GetProperty("heartbeat_interval").GetInt32());
                break;
            case 1:
                _ = SendAsync(socket, """{"op":1,"d":null}""");
                break;
            case 0 when root.GetProperty("t").ValueEquals("INTERACTION_CREATE"):
                var data = root.GetProperty("d");
                _ = AnswerAsync(http, data.GetProperty("id").GetString()!, data.GetProperty("token").GetString()!);
                break;
        }
    }

    private static async Task AnswerAsync(HttpClient http, string id, string token)
    {
        await Task.Yield();
        using var content = new ByteArrayContent(Reply) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(new Uri($"interactions/{id}/{token}/callback", UriKind.Relative), content);
    }

    private static async Task BeatAsync(ClientWebSocket socket, int interval)
    {
        while (socket.State == WebSocketState.Open)
        {
            await Task.Delay(interval);
            await SendAsync(socket, """{"op":1,"d":null}""");
        }
    }

    private static Task SendAsync(ClientWebSocket socket, string payload) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(payload), WebSocketMessageType.Text, true, CancellationToken.None);
}
