using System.Collections.Concurrent;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Models;
using Discord;
using Discord.Net;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;

namespace AiNewsBot.DiscordNet;

/// <summary>Discord.Net's client of all shards, set up for this bot.</summary>
internal sealed class SocketClient : IAsyncDisposable
{
    // Discord's close codes after which no attempt helps: token, shards, version, intents.
    private static readonly int[] FinalCodes = [4004, 4010, 4011, 4012, 4013, 4014];

    private readonly DiscordShardedClient _client;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<ulong, (Interaction Interaction, long Received)> _asked = new();
    private readonly ConcurrentDictionary<int, byte> _ready = new();
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _refused = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SocketClient(DiscordSettings settings, TimeProvider time, ClientLog log)
    {
        _time = time;
        var api = settings.ApiBaseUrl.TrimEnd('/') + "/";
        _client = new DiscordShardedClient(
            new DiscordSocketConfig
            {
                RestClientProvider = _ => DefaultRestClientProvider.Instance(api),
                WebSocketProvider = () =>
                    new InteractionTap(
                        DefaultWebSocketProvider.Instance(),
                        interaction => _asked[interaction.Id.Value] = (interaction, _time.GetTimestamp()),
                        guild => Changed?.Invoke(guild.ToString())
                    ),
                TotalShards = settings.Total,
                GatewayIntents = GatewayIntents.Guilds,
                UseInteractionSnowflakeDate = false,
                ResponseInternalTimeCheck = false,
                HandlerTimeout = null,
                MessageCacheSize = 0,
                LogLevel = LogSeverity.Info,
            }
        );
        _client.Log += log.WriteAsync;
        _client.ShardReady += shard =>
        {
            _ready[shard.ShardId] = 0;
            _first.TrySetResult();
            return Task.CompletedTask;
        };
        _client.ShardConnected += shard =>
        {
            _ready[shard.ShardId] = 0;
            return Task.CompletedTask;
        };
        _client.ShardDisconnected += (exception, shard) =>
        {
            _ready.TryRemove(shard.ShardId, out byte _);
            if (CodeOf(exception) is { } code && FinalCodes.Contains(code))
                _refused.TrySetResult($"Discord closed the gateway with {code}: {ReasonOf(code)}");
            return Task.CompletedTask;
        };
        _client.InteractionCreated += socket =>
        {
            if (_asked.TryRemove(socket.Id, out var asked))
                Asked?.Invoke(asked.Interaction, socket, asked.Received);
            return Task.CompletedTask;
        };
    }

    /// <summary>Raised with an interaction as Discord sent it, Discord.Net's own object for it, and when it came in.</summary>
    public event Action<Interaction, SocketInteraction, long>? Asked;

    /// <summary>Raised with the id of a server that has changed.</summary>
    public event Action<string>? Changed;

    /// <summary>Completes with the reason where Discord will not have this bot.</summary>
    public Task<string> Refused => _refused.Task;

    /// <summary>Completes once the first shard is ready.</summary>
    public Task Ready => _first.Task;

    public int ReadyShards => _ready.Count;

    public int Shards => _client.Shards?.Count ?? 0;

    /// <summary>Ids of the servers that have the bot; null before that is known.</summary>
    public IReadOnlySet<string>? Guilds =>
        _first.Task.IsCompletedSuccessfully ? _client.Guilds.Select(guild => new Snowflake(guild.Id).ToString()).ToHashSet() : null;

    public async Task StartAsync(string token)
    {
        await _client.LoginAsync(TokenType.Bot, token);
        await _client.SetCustomStatusAsync(DiscordFeature.Presence);
        await _client.StartAsync();
    }

    public Task RegisterAsync(ApplicationCommandProperties[] commands) =>
        _client.Shards.First().BulkOverwriteGlobalApplicationCommandsAsync(commands);

    /// <summary>Closes the gateway; what is in flight can still be answered.</summary>
    public Task StopAsync() => _client.Shards is null ? Task.CompletedTask : _client.StopAsync();

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private static int? CodeOf(Exception? exception) =>
        exception switch
        {
            null => null,
            WebSocketClosedException closed => closed.CloseCode,
            _ => CodeOf(exception.InnerException),
        };

    private static string ReasonOf(int code) =>
        code switch
        {
            4004 => "the token is not valid; set Discord:Token to the token of the developer portal's Bot page",
            4010 or 4011 => "the number of shards does not fit; set Discord:ShardCount to auto",
            _ => "Discord refuses this bot",
        };
}
