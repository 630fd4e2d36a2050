using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json;
using AiNewsBot.Common;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Chat.Discord;

/// <summary>Registers the commands, and tries again for as long as that fails: a bot without its commands cannot be reached.</summary>
internal sealed partial class CommandRegistration(CommandRegistrar registrar, TimeProvider time, ILogger<CommandRegistration> logger)
{
    private static readonly TimeSpan Minimum = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Maximum = TimeSpan.FromMinutes(5);

    /// <summary>Why they are not registered, since when; null while they are, or are tried for the first time.</summary>
    public string? Error { get; private set; }

    /// <param name="failures">How many attempts failed, from 1.</param>
    public static TimeSpan WaitAfter(int failures) => Backoff.Delay(Minimum, failures, Maximum);

    public async Task RunAsync(ImmutableArray<CommandDefinition> commands, CancellationToken cancellationToken)
    {
        var json = CommandJson.Write(commands);
        var failedAt = default(DateTimeOffset?);
        try
        {
            // No periodic job: it ends once it succeeds, and waits longer after each failure.
            for (var failures = 1; ; failures++)
            {
                var (error, isFinal) = await TryAsync(json, commands.Length, cancellationToken);
                failedAt ??= time.GetUtcNow();
                Error = error is null
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"not registered since {failedAt:yyyy-MM-dd HH:mm:ss}Z: {error}");
                if (error is null || isFinal)
                    return;
                var wait = WaitAfter(failures);
                NotRegistered(logger, error, wait);
                await Task.Delay(wait, time, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops.
        }
    }

    private async Task<(string? Error, bool IsFinal)> TryAsync(byte[] json, int count, CancellationToken cancellationToken)
    {
        try
        {
            if (await registrar.RegisterAsync(json, cancellationToken))
                Registered(logger, count);
            return (null, true);
        }
        catch (DiscordException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            // The gateway says the same, and ends the bot.
            return (exception.Message, true);
        }
        catch (DiscordException exception) when (exception.Status == HttpStatusCode.BadRequest)
        {
            // Discord's rules for commands do not change while the bot runs.
            Refused(logger, exception.Message);
            return (exception.Message, true);
        }
        catch (Exception exception) when (exception is DiscordException or HttpRequestException or JsonException)
        {
            return (exception.Message, false);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Registered {Count} commands")]
    private static partial void Registered(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Error, "Failed to register the commands; retrying in {Wait}: {Reason}")]
    private static partial void NotRegistered(ILogger logger, string reason, TimeSpan wait);

    [LoggerMessage(3, LogLevel.Error, "Discord rejected the commands; keeping those registered before: {Reason}")]
    private static partial void Refused(ILogger logger, string reason);
}
