using System.Net;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Chat.Discord;

/// <summary>Asks Discord whose the token is.</summary>
internal static class TokenCheck
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The name of the application, or why it is not known; whether Discord refuses the token for good.</summary>
    public static async Task<(string? Application, string? Error, bool IsRefused)> RunAsync(
        DiscordSettings settings,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var options = new DiscordOptions { Token = settings.Token!, ApiBaseUrl = new Uri(settings.ApiBaseUrl) };
        using var rest = new DiscordRest(options, time, NullLogger<DiscordRest>.Instance);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            return ((await rest.GetCurrentApplicationAsync(timeout.Token)).Name, null, false);
        }
        catch (DiscordException exception) when (exception.Status == HttpStatusCode.Unauthorized)
        {
            return (null, exception.Message, true);
        }
        catch (Exception exception) when (exception is DiscordException or HttpRequestException or OperationCanceledException)
        {
            return (null, exception.Message, false);
        }
    }
}
