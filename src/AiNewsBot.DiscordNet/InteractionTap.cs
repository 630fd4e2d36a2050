using System.Text;
using System.Text.Json.Nodes;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using Discord;
using Discord.Net.WebSockets;

namespace AiNewsBot.DiscordNet;

/// <summary>
/// The connection to the gateway as Discord.Net has it, with a look at what comes in: its own types leave out the member's permissions,
/// what the bot may do in a channel that was chosen, and whether a thread is locked.
/// </summary>
internal sealed class InteractionTap : IWebSocketClient
{
    private readonly IWebSocketClient _inner;
    private readonly Action<Interaction> _asked;
    private readonly Action<Snowflake> _changed;
    private Inflater? _inflater;

    public InteractionTap(IWebSocketClient inner, Action<Interaction> asked, Action<Snowflake> changed)
    {
        (_inner, _asked, _changed) = (inner, asked, changed);
        _inner.SetHeader("User-Agent", DiscordConfig.UserAgent);
        _inner.BinaryMessage += (data, index, count) => ReadAsync(_inflater!.Inflate(data.AsMemory(index, count)));
        _inner.TextMessage += text => ReadAsync(Encoding.UTF8.GetBytes(text));
        _inner.Closed += exception => Closed?.Invoke(exception) ?? Task.CompletedTask;
    }

    // What was compressed is handed on as text.
    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        add { }
        remove { }
    }

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed;

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public Task ConnectAsync(string host)
    {
        // Each connection is compressed by itself.
        _inflater?.Dispose();
        _inflater = new Inflater();
        return _inner.ConnectAsync(host);
    }

    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => _inner.SendAsync(data, index, count, isText);

    public void Dispose()
    {
        _inflater?.Dispose();
        _inner.Dispose();
    }

    private async Task ReadAsync(ReadOnlyMemory<byte> json)
    {
        var (isInteraction, changed) = Look(json.Span);
        if (TextMessage is { } read)
            await read(isInteraction ? Strip(json.Span) : Encoding.UTF8.GetString(json.Span));

        // Once Discord.Net knows of it, too.
        if (changed is { } guild)
            _changed(guild);
    }

    private (bool IsInteraction, Snowflake? Changed) Look(ReadOnlySpan<byte> json)
    {
        var frame = GatewayFrame.Read(json);
        switch (frame.Event)
        {
            case EventName.InteractionCreate:
                _asked(InteractionReader.Read(frame.Data));
                return (true, null);
            case EventName.GuildCreate or EventName.GuildUpdate:
                return (false, new Snowflake(EventReader.ReadGuild(frame.Data).Id));
            case EventName.PartOfGuild:
                return (false, EventReader.ReadGuildId(frame.Data) is { } guild ? new Snowflake(guild) : null);
            default:
                return (false, null);
        }
    }

    // Options, fields and what they name are read already. Discord.Net would look them up in its cache, and knows no form of today's.
    private static string Strip(ReadOnlySpan<byte> json)
    {
        const int command = 2;
        const int form = 5;
        var root = JsonNode.Parse(json)!;
        if (root["d"]?["data"] is JsonObject data)
        {
            data.Remove("resolved");
            var type = (int?)root["d"]!["type"];
            if (type == command)
                data.Remove("options");
            if (type == form)
                data["components"] = new JsonArray();
        }

        return root.ToJsonString();
    }
}
