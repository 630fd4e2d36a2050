using System.Net;
using AiNewsBot.Discord.Models;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>First answers to interactions: they wait for no limit, have three seconds in
/// all, and may be sent again, since only one of them counts.</summary>
internal sealed partial class InteractionCallbackSender(RestHttpClient exchange, RestPipeline pipeline, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    /// <summary>A second attempt within the three seconds is worth more than waiting for the first. Uploads get all of the time.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1.25);

    private static readonly TimeSpan MinTimeout = TimeSpan.FromSeconds(0.5);

    /// <returns>False when it was too late.</returns>
    /// <exception cref="DiscordException">Discord refused the answer.</exception>
    /// <exception cref="HttpRequestException">Discord could not be reached in time.</exception>
    public async Task<bool> SendAsync(
        Interaction interaction,
        byte[] body,
        IReadOnlyList<Attachment> attachments,
        long received,
        CancellationToken cancellationToken
    )
    {
        var call = new RestRequest(Routes.Callback(interaction))
        {
            Body = body,
            Attachments = attachments,
            IsInteraction = true,
        };
        var isSilent = false;
        for (var attempt = 1; ; attempt++)
        {
            RestResponse? restResponse = null;
            var wait = TimeSpan.FromMilliseconds(100 * attempt);
            try
            {
                restResponse = await exchange.SendAsync(
                    call with
                    {
                        AvoidsShared = isSilent,
                    },
                    GetTimeout(attachments, received),
                    cancellationToken
                );
                if (restResponse.IsSuccess)
                    return true;
                switch (ErrorResponse.Read(restResponse.Body).Code)
                {
                    // An attempt before this one took effect, or another copy of the bot was faster: there is an answer.
                    case DiscordCode.AlreadyAcknowledged:
                        return true;
                    case DiscordCode.UnknownInteraction:
                        return false;
                }

                if (!restResponse.IsServerError)
                    pipeline.UpdateLimits(call.Route, restResponse);
                if (restResponse.Status == HttpStatusCode.TooManyRequests)
                    wait = restResponse.RetryAfter;
                else if (!restResponse.IsServerError)
                    throw restResponse.ToException();
            }
            catch (HttpRequestException exception)
            {
                // A connection that is silent may be dead, and others with it. One that was closed under the answer tells at once, and
                // another is open.
                if (exception.InnerException is TimeoutException)
                    isSilent = true;
                else if (attempt == 1)
                    wait = TimeSpan.Zero;
                Unreachable(logger, call.Route, exception.Message);
            }

            if (time.GetElapsedTime(received) + wait >= Window)
                throw restResponse is null ? new HttpRequestException("Discord could not be reached in time") : restResponse.ToException();
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan GetTimeout(IReadOnlyList<Attachment> attachments, long received)
    {
        var left = Window - time.GetElapsedTime(received);
        var patience = attachments.Count == 0 && left > Timeout ? Timeout : left;
        return patience > MinTimeout ? patience : MinTimeout;
    }

    [LoggerMessage(1, LogLevel.Warning, "Failed to reach Discord for {Route}: {Reason}; retrying")]
    private static partial void Unreachable(ILogger logger, Route route, string reason);
}
