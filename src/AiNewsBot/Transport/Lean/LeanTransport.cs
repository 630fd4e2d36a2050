using AiNewsBot.Configuration;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Commands;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Http;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Transport.Lean;

/// <summary>The seam's implementation over this project's own client of Discord.</summary>
internal sealed partial class LeanTransport(DiscordSettings settings, DiscordOptions options, DiscordRest rest, TimeProvider time, ILoggerFactory loggers) : IChatTransport
{
    /// <summary>Less than the host allows for stopping, so that the process ends by itself.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(4);

    private readonly ILogger _logger = loggers.CreateLogger<LeanTransport>();
    private volatile GatewayClient? _gateway;
    private readonly TaskCompletionSource<InteractionEndpoint> _endpoint = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public event Action<string>? ServerChanged;

    public TransportState State
    {
        get
        {
            if (!settings.Gateway)
                return new TransportState(true, "off");
            if (_gateway?.State is not { Shards.IsEmpty: false } state)
                return new TransportState(false, "connecting");
            return new TransportState(state.IsConnected, $"{state.Shards.Count(shard => shard.IsReady)} of {state.Shards.Length} shards ready, {state.Guilds} guilds");
        }
    }

    public IReadOnlySet<string>? Servers => _gateway?.Guilds?.Select(id => id.ToString()).ToHashSet();

    public async Task<WebAnswer?> AnswerAsync(SignedRequest request)
    {
        if (string.IsNullOrEmpty(settings.PublicKey))
            return null;

        // A request that comes before the bot is ready waits for it.
        var endpoint = await _endpoint.Task;
        var (status, body) = await endpoint.AnswerAsync(request.Signature, request.Timestamp, request.Body);
        return new WebAnswer(status, body);
    }

    public async Task RunAsync(IRequestHandler handler, CancellationToken cancellationToken)
    {
        var dispatcher = new InteractionDispatcher(rest, new InteractionRequests(handler), time, loggers.CreateLogger<InteractionDispatcher>());
        if (!string.IsNullOrEmpty(settings.PublicKey))
            _endpoint.TrySetResult(new InteractionEndpoint(new InteractionSignature(settings.PublicKey, time), dispatcher, loggers.CreateLogger<InteractionEndpoint>()));
        using var registering = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var registered = RegisterAsync(new CommandRegistrar(rest), handler, registering.Token);
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
                await UntilCancelledAsync(cancellationToken);
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

            // Whoever asked before the end gets an answer still.
            await Task.WhenAny(dispatcher.DrainAsync(), Task.Delay(DrainTimeout, time, CancellationToken.None));
        }
    }

    private static Task UntilCancelledAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.UnsafeRegister(state => ((TaskCompletionSource)state!).TrySetResult(), cancelled);
        return cancelled.Task;
    }

    private async Task RegisterAsync(CommandRegistrar registrar, IRequestHandler handler, CancellationToken cancellationToken)
    {
        try
        {
            if (await registrar.RegisterAsync(CommandJson.Write(handler.Commands), cancellationToken))
                Registered(_logger, handler.Commands.Length);
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
        catch (DiscordException exception) when (exception.Status == System.Net.HttpStatusCode.Unauthorized)
        {
            // The gateway says the same, and ends the bot.
        }
        catch (Exception exception) when (exception is DiscordException or HttpRequestException)
        {
            NotRegistered(_logger, exception.Message);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Registered {Count} commands")]
    private static partial void Registered(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Error, "The commands could not be registered, and stay as they were: {Reason}")]
    private static partial void NotRegistered(ILogger logger, string reason);
}
