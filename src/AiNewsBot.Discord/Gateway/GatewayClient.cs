using System.Net;
using System.Text.Json;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>The connection to Discord's gateway: as many shards as it takes, in one process.</summary>
public sealed partial class GatewayClient(
    DiscordOptions options,
    DiscordRest rest,
    InteractionDispatcher dispatcher,
    TimeProvider time,
    ILogger<GatewayClient> logger
)
{
    private volatile Shard[] _shards = [];

    /// <summary>The state of the shards, each and together.</summary>
    public GatewayState State => new([.. _shards.Select(shard => shard.Status)]);

    /// <summary>Ids of the guilds that have the bot; null while a shard is not ready, which may serve others.</summary>
    public IReadOnlySet<Snowflake>? Guilds =>
        _shards is { Length: > 0 } shards && shards.All(shard => shard.Status.IsReady)
            ? shards.SelectMany(shard => shard.Guilds).Select(id => new Snowflake(id)).ToHashSet()
            : null;

    /// <summary>
    /// Called when something of a guild has changed by which the bot may be let in where it was not: the guild itself, its channels,
    /// threads and roles, or the bot's own roles. It is called on the thread that reads the gateway, and must not keep it.
    /// </summary>
    public Action<Snowflake>? GuildChanged { get; init; }

    /// <summary>Connects and stays connected until cancelled; then closes for good.</summary>
    /// <exception cref="GatewayRefusedException">Discord will not have this bot.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Answers find a connection open from the first one on.
        var keepingReady = rest.KeepReadyAsync(options.ShardCount ?? 1, all.Token);
        try
        {
            if (await InfoAsync(cancellationToken) is not { } info)
                return;
            var count = options.ShardCount ?? info.Shards;
            keepingReady = rest.KeepReadyAsync(count, all.Token);
            await rest.Ready;
            await RunAsync(info, count, all);
        }
        finally
        {
            await all.CancelAsync();
            await keepingReady;
        }
    }

    private async Task RunAsync(GatewayInfo info, int count, CancellationTokenSource all)
    {
        var identifyLimiter = new IdentifyLimiter(info, time, logger);
        Shard[] shards =
        [
            .. Enumerable
                .Range(0, count)
                .Select(id => new Shard(id, count, options, info.Url, identifyLimiter, dispatcher, GuildChanged, time, logger)),
        ];
        _shards = shards;
        var running = new List<Task>();
        foreach (var shard in shards)
        {
            var run = RunAsync(shard, all);
            running.Add(run);

            // Discord wants shards to identify in order.
            await Task.WhenAny(shard.Identified, run);
        }

        await Task.WhenAll(running);
    }

    private static async Task RunAsync(Shard shard, CancellationTokenSource all)
    {
        try
        {
            await shard.RunAsync(all.Token);
        }
        catch
        {
            // What one shard is refused for, the others will be too; and a bot that is deaf on one shard of several should not seem to run.
            await all.CancelAsync();
            throw;
        }
    }

    private async Task<GatewayInfo?> InfoAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await rest.GetGatewayBotAsync(cancellationToken);
            }
            catch (DiscordException exception) when (exception.Status == HttpStatusCode.Unauthorized)
            {
                throw new GatewayRefusedException(
                    "Discord refuses the token: copy it again from the Bot page of the developer portal",
                    (int)exception.Status
                );
            }
            catch (Exception exception) when (exception is DiscordException or HttpRequestException or JsonException)
            {
                NoGateway(logger, exception.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            try
            {
                await Task.Delay(Backoff.Delay(attempt), time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Failed to get the gateway address: {Reason}; retrying")]
    private static partial void NoGateway(ILogger logger, string reason);
}
