using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AiNewsBot.Common;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Gateway;

/// <summary>The connection to Discord's gateway: all shards, or those of this process where several divide them.</summary>
public sealed partial class GatewayClient(
    DiscordOptions options,
    DiscordRest rest,
    InteractionDispatcher dispatcher,
    TimeProvider time,
    ILogger<GatewayClient> logger
)
{
    private readonly Lock _lock = new();
    private ImmutableArray<Shard> _shards = [];
    private int _count;
    private Task _keepingReady = Task.CompletedTask;

    /// <summary>The state of the shards of this process, each and together.</summary>
    public GatewayState State => new([.. Shards.Select(shard => shard.Status)]);

    /// <summary>Ids of the guilds that have the bot and are served by shards of this process that are ready.</summary>
    public IReadOnlySet<Snowflake> Guilds =>
        Shards.Where(shard => shard.Status.IsReady).SelectMany(shard => shard.Guilds).Select(id => new Snowflake(id)).ToHashSet();

    private ImmutableArray<Shard> Shards
    {
        get
        {
            lock (_lock)
                return _shards;
        }
    }

    /// <summary>Whether a shard of this process that is ready would serve a guild, if it has the bot.</summary>
    public bool Knows(Snowflake guild) =>
        Shards.Any(shard => shard.Status.IsReady && shard.Status.Id == (int)((guild.Value >> 22) % (ulong)_count));

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
        _keepingReady = KeepReadyAsync(options is { Shards: null, AssignShards: null } ? options.ShardCount ?? 1 : 1, all.Token);
        try
        {
            if (await InfoAsync(cancellationToken) is not { } info)
                return;
            _count = options.ShardCount ?? info.Shards;
            var own = Enumerable.Range(0, _count).Take(options.Shards ?? Range.All).ToArray();
            var identifyLimiter = new IdentifyLimiter(info, time, logger, options.WaitForIdentifyTurn);
            if (options.AssignShards is { } assign)
                await AssignAsync(assign, info.Url, identifyLimiter, all);
            else
            {
                _keepingReady = KeepReadyAsync(own.Length, all.Token);
                await rest.Ready;
                await RunAsync(own.Select(id => CreateShard(id, info.Url, identifyLimiter)).ToArray(), all);
            }
        }
        finally
        {
            await all.CancelAsync();
            await _keepingReady;
        }
    }

    private Task KeepReadyAsync(int shards, CancellationToken cancellationToken) =>
        rest.KeepReadyAsync(Math.Max(DiscordRest.MinReady, shards), cancellationToken);

    private async Task RunAsync(Shard[] shards, CancellationTokenSource all)
    {
        lock (_lock)
            _shards = [.. shards];
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

    private async Task AssignAsync(
        Func<Func<int, CancellationToken, Task>, CancellationToken, Task> assign,
        Uri url,
        IdentifyLimiter identifyLimiter,
        CancellationTokenSource all
    )
    {
        // One at a time connects: what waits for its turn to identify is not yet connected.
        using var turn = new SemaphoreSlim(1);
        await assign(RunOneAsync, all.Token);

        async Task RunOneAsync(int id, CancellationToken end)
        {
            var shard = CreateShard(id, url, identifyLimiter);
            lock (_lock)
            {
                _shards = _shards.Add(shard);
                _keepingReady = KeepReadyAsync(_shards.Length, all.Token);
            }

            try
            {
                await RunInTurnAsync(shard, end);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                await all.CancelAsync();
                throw;
            }
            finally
            {
                lock (_lock)
                    _shards = _shards.Remove(shard);
            }
        }

        async Task RunInTurnAsync(Shard shard, CancellationToken end)
        {
            Task running;
            await turn.WaitAsync(end);
            try
            {
                // Other processes have used a part of the day's identifies since this one began.
                if (await InfoAsync(end) is { } latest)
                    identifyLimiter.Update(latest);
                running = shard.RunAsync(end);
                await Task.WhenAny(shard.Identified, running);
            }
            finally
            {
                turn.Release();
            }

            await running;
        }
    }

    private Shard CreateShard(int id, Uri url, IdentifyLimiter identifyLimiter) =>
        new(id, _count, options, url, identifyLimiter, dispatcher, GuildChanged, time, logger);

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
                await Task.Delay(Backoff.Jittered(attempt), time, cancellationToken);
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
