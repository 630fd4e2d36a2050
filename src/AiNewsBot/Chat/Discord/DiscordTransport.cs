using AiNewsBot.Discord;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Chat.Discord;

/// <summary>The seam's implementation over this project's own client of Discord.</summary>
internal sealed class DiscordTransport(
    DiscordSettings settings,
    DiscordOptions options,
    DiscordRest rest,
    ShardLeases leases,
    TimeProvider time,
    ILoggerFactory loggers
) : IChatTransport
{
    /// <summary>Less than the host allows for stopping, so that the process ends by itself.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(4);

    private volatile GatewayClient? _gateway;
    private volatile CommandRegistration? _registration;
    private readonly TaskCompletionSource<InteractionEndpoint> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public event Action<string>? ServerChanged;

    public TransportState State => Connection with { CommandsError = _registration?.Error };

    private TransportState Connection
    {
        get
        {
            if (!settings.Gateway)
                return new TransportState(true, "off");
            if (_gateway?.State is not { Shards.IsEmpty: false } state)
                return leases.IsSpare
                    ? new TransportState(true, "waiting: other processes have all shards")
                    : new TransportState(false, "connecting");
            return new TransportState(
                state.IsConnected,
                $"{state.Shards.Count(shard => shard.IsReady)} of {state.Shards.Length} shards ready, {state.Guilds} guilds"
            )
            {
                Shards = [.. state.Shards.Select(shard => new ShardState(shard.Id, shard.IsReady, shard.Guilds, shard.LastAck))],
            };
        }
    }

    public IReadOnlySet<string>? Servers => _gateway?.Guilds.Select(id => id.ToString()).ToHashSet();

    public bool KnowsServer(string id) => ulong.TryParse(id, out var guild) && _gateway?.Knows(new Snowflake(guild)) == true;

    public async Task<IReadOnlySet<string>?> ListServersAsync(CancellationToken cancellationToken) =>
        settings.Gateway ? null : (await rest.GetGuildsAsync(cancellationToken)).Select(id => id.ToString()).ToHashSet();

    public async Task<SignedResponse?> AnswerAsync(SignedRequest request)
    {
        if (string.IsNullOrEmpty(settings.PublicKey))
            return null;

        // A request that comes before the bot is ready waits for it.
        var endpoint = await _endpoint.Task;
        var (status, body) = await endpoint.AnswerAsync(request.Signature, request.Timestamp, request.Body);
        return new SignedResponse(status, body);
    }

    public async Task RunAsync(IRequestHandler handler, CancellationToken cancellationToken)
    {
        using var givenUp = new CancellationTokenSource();
        var dispatcher = new InteractionDispatcher(
            rest,
            new InteractionAdapter(handler),
            time,
            loggers.CreateLogger<InteractionDispatcher>(),
            givenUp.Token
        );
        if (!string.IsNullOrEmpty(settings.PublicKey))
            _endpoint.TrySetResult(
                new InteractionEndpoint(
                    new InteractionSignature(settings.PublicKey, time),
                    dispatcher,
                    loggers.CreateLogger<InteractionEndpoint>()
                )
            );
        using var registering = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var registration = _registration = new CommandRegistration(
            new CommandRegistrar(rest),
            time,
            loggers.CreateLogger<CommandRegistration>()
        );
        var registered = registration.RunAsync(handler.Commands, registering.Token);
        try
        {
            if (settings.Gateway)
            {
                var gateway = _gateway = new GatewayClient(options, rest, dispatcher, time, loggers.CreateLogger<GatewayClient>())
                {
                    GuildChanged = guild => ServerChanged?.Invoke(guild.ToString()),
                };
                await gateway.RunAsync(cancellationToken);
            }
            else
            {
                // First answers are responses to requests that came in; what follows them is sent.
                await Task.WhenAll(rest.KeepReadyAsync(DiscordRest.MinReady, cancellationToken), UntilCancelledAsync(cancellationToken));
            }
        }
        catch (GatewayRefusedException exception)
        {
            throw new TransportRefusedException(exception.Message, exception);
        }
        finally
        {
            await registering.CancelAsync();
            await registered;

            // Requests in flight are still answered.
            await Task.WhenAny(dispatcher.DrainAsync(), Task.Delay(DrainTimeout, time, CancellationToken.None));
            await givenUp.CancelAsync();
        }
    }

    private static Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.UnsafeRegister(state => ((TaskCompletionSource)state!).TrySetResult(), cancelled);
        return cancelled.Task;
    }
}
