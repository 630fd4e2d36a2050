using System.Net;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Discord.Interactions;
using Discord;
using Discord.Net;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.DiscordNet;

/// <summary>The seam's implementation over Discord.Net.</summary>
internal sealed partial class DiscordNetTransport(
    DiscordSettings settings,
    TimeProvider time,
    ILoggerFactory loggers,
    ILogger<DiscordNetTransport> logger
) : IChatTransport
{
    /// <summary>Less than the host allows for stopping, so that the process ends by itself.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(4);

    // The client belongs to the run.
    private volatile Func<TransportState>? _connection;
    private volatile Func<IReadOnlySet<string>?>? _servers;
    private volatile string? _commandsError;

    public event Action<string>? ServerChanged;

    public TransportState State =>
        (_connection?.Invoke() ?? new TransportState(false, "connecting")) with
        {
            CommandsError = _commandsError,
        };

    public IReadOnlySet<string>? Servers => _servers?.Invoke();

    /// <summary>Discord.Net takes interactions by the gateway; settings that ask for more are refused.</summary>
    public Task<SignedResponse?> AnswerAsync(SignedRequest request) => Task.FromResult<SignedResponse?>(null);

    public async Task RunAsync(IRequestHandler handler, CancellationToken cancellationToken)
    {
        Limited(logger, DiscordConfig.Version);
        var responder = new SocketResponder();
        using var givenUp = new CancellationTokenSource();
        var dispatcher = new InteractionDispatcher(
            responder,
            new InteractionAdapter(handler),
            time,
            loggers.CreateLogger<InteractionDispatcher>(),
            givenUp.Token
        );
        await using var client = new SocketClient(settings, time, new ClientLog(loggers.CreateLogger<ClientLog>()));
        (_connection, _servers) = (() => StateOf(client), () => client.Guilds);
        client.Changed += server => ServerChanged?.Invoke(server);
        client.Asked += (interaction, socket, received) =>
        {
            responder.Add(interaction, socket);
            dispatcher.Dispatch(interaction, received);
        };
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var registered = Task.CompletedTask;
        try
        {
            await RetryAsync(() => client.StartAsync(settings.Token!), NotConnected, stopping.Token);
            registered = RegisterAsync(client, handler, stopping.Token);
            throw new TransportRefusedException(await client.Refused.WaitAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        finally
        {
            await stopping.CancelAsync();
            await registered;
            await client.StopAsync();

            // Requests in flight are still answered.
            await Task.WhenAny(dispatcher.DrainAsync(), Task.Delay(DrainTimeout, time, CancellationToken.None));
            await givenUp.CancelAsync();
        }
    }

    private static TransportState StateOf(SocketClient client) =>
        client.Shards == 0
            ? new TransportState(false, "connecting")
            : new TransportState(
                client.ReadyShards == client.Shards,
                $"{client.ReadyShards} of {client.Shards} shards ready, {client.Guilds?.Count ?? 0} guilds"
            );

    private async Task RegisterAsync(SocketClient client, IRequestHandler handler, CancellationToken cancellationToken)
    {
        try
        {
            // Which application it is, READY says.
            await client.Ready.WaitAsync(cancellationToken);
            ApplicationCommandProperties[] commands = [.. handler.Commands.Select(CommandProperties.From)];
            await RetryAsync(
                () => client.RegisterAsync(commands),
                (to, reason, wait) =>
                {
                    _commandsError = $"not registered: {reason}";
                    NotRegistered(to, reason, wait);
                },
                cancellationToken
            );
            _commandsError = null;
            Registered(logger, commands.Length);
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
        catch (TransportRefusedException)
        {
            // The gateway says the same, and ends the bot.
        }
    }

    private async Task RetryAsync(Func<Task> attempt, Action<ILogger, string, TimeSpan> failed, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await attempt();
                return;
            }
            catch (HttpException exception) when (exception.HttpCode == HttpStatusCode.Unauthorized)
            {
                throw new TransportRefusedException(
                    "Discord does not know the token (401); set Discord:Token to the token of the developer portal's Bot page",
                    exception
                );
            }
            catch (Exception exception) when (exception is HttpException or HttpRequestException or TimeoutException)
            {
                var wait = CommandRegistration.WaitAfter(failures);
                failed(logger, exception.Message, wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(
        1,
        LogLevel.Information,
        "Connecting by Discord.Net {Version}: posts are sent without it, since it enforces no nonce, and there are no forms with menus"
    )]
    private static partial void Limited(ILogger logger, string version);

    [LoggerMessage(2, LogLevel.Information, "Registered {Count} commands")]
    private static partial void Registered(ILogger logger, int count);

    [LoggerMessage(3, LogLevel.Error, "Failed to register the commands; retrying in {Wait}: {Reason}")]
    private static partial void NotRegistered(ILogger logger, string reason, TimeSpan wait);

    [LoggerMessage(4, LogLevel.Warning, "Failed to connect to Discord; retrying in {Wait}: {Reason}")]
    private static partial void NotConnected(ILogger logger, string reason, TimeSpan wait);
}
