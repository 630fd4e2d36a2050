using AiNewsBot.CommandLine;
using AiNewsBot.Transport;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Hosting;

/// <summary>Runs the connection to the chat for as long as the bot runs.</summary>
internal sealed partial class TransportService(
    IChatTransport transport, IRequestHandler handler, ExitStatus exit, IHostApplicationLifetime lifetime, ILogger<TransportService> logger) : BackgroundService
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
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Broken(logger, exception);
            exit.Code = ExitCode.Fault;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Critical, "{Reason}")]
    private static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Critical, "The connection to Discord ended by a fault of the bot")]
    private static partial void Broken(ILogger logger, Exception exception);
}
