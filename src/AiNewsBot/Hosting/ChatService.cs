using AiNewsBot.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Hosting;

/// <summary>Runs the connection to the chat for as long as the bot runs.</summary>
internal sealed partial class ChatService(
    IChatTransport transport,
    IRequestHandler handler,
    ExitStatus exit,
    IHostApplicationLifetime lifetime,
    ILogger<ChatService> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await transport.RunAsync(handler, stoppingToken);
        }
        catch (TransportRefusedException exception)
        {
            Refused(logger, exception.Message);
            exit.Code = ExitCode.Refused;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "{Reason}")]
    private static partial void Refused(ILogger logger, string reason);
}
