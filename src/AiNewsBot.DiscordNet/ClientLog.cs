using System.Net.WebSockets;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.DiscordNet;

/// <summary>What Discord.Net logs, in the bot's log.</summary>
internal sealed partial class ClientLog(ILogger<ClientLog> logger)
{
    public Task WriteAsync(LogMessage message)
    {
        switch (message.Severity)
        {
            // Ends of connections, after which it connects again by itself or the bot stops.
            case LogSeverity.Warning
            or LogSeverity.Error when message.Exception is OperationCanceledException or WebSocketException or GatewayReconnectException:
                Information(logger, message.Source, message.Exception.Message);
                break;
            case LogSeverity.Critical or LogSeverity.Error or LogSeverity.Warning:
                Warning(logger, message.Exception, message.Source, message.Message);
                break;
            case LogSeverity.Info:
                Information(logger, message.Source, message.Message);
                break;
            default:
                Debug(logger, message.Source, message.Message);
                break;
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Warning, "Discord.Net: {Source}: {Message}")]
    private static partial void Warning(ILogger logger, Exception? exception, string source, string? message);

    [LoggerMessage(2, LogLevel.Information, "Discord.Net: {Source}: {Message}")]
    private static partial void Information(ILogger logger, string source, string? message);

    [LoggerMessage(3, LogLevel.Debug, "Discord.Net: {Source}: {Message}")]
    private static partial void Debug(ILogger logger, string source, string? message);
}
