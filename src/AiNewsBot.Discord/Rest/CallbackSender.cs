using System.Net;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Messages;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Discord.Rest;

/// <summary>First answers to interactions: they wait for no limit, have three seconds in all, and may be sent again, since only one of them counts.</summary>
internal sealed partial class CallbackSender(HttpExchange exchange, RestPipeline pipeline, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    /// <summary>A second attempt within the three seconds is worth more than waiting for the first. Uploads get all of the time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.25);

    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(0.5);

    /// <returns>False when it was too late.</returns>
    /// <exception cref="DiscordException">Discord refused the answer.</exception>
    /// <exception cref="HttpRequestException">Discord could not be reached in time.</exception>
    public async Task<bool> SendAsync(Interaction interaction, byte[] body, IReadOnlyList<Attachment> attachments, long received, CancellationToken cancellationToken)
    {
        var call = new RestCall(Routes.Callback(interaction)) { Body = body, Attachments = attachments, IsInteraction = true };
        for (var attempt = 1; ; attempt++)
        {
            Answer? answer = null;
            var wait = TimeSpan.FromMilliseconds(100 * attempt);
            try
            {
                answer = await exchange.SendAsync(call, PatienceOf(attachments, received), cancellationToken);
                if (answer.IsSuccess)
                    return true;
                switch (ErrorReader.Read(answer.Body).Code)
                {
                    // An attempt before this one took effect, or another copy of the bot was faster: there is an answer.
                    case DiscordCode.AlreadyAcknowledged:
                        return true;
                    case DiscordCode.UnknownInteraction:
                        return false;
                }

                if (!answer.IsServerError)
                    pipeline.Learn(call.Route, answer);
                if (answer.Status == HttpStatusCode.TooManyRequests)
                    wait = answer.RetryAfter;
                else if (!answer.IsServerError)
                    throw answer.ToException();
            }
            catch (HttpRequestException exception)
            {
                Unreachable(logger, call.Route, exception.Message);
            }

            if (time.GetElapsedTime(received) + wait >= Window)
                throw answer is null ? new HttpRequestException("Discord could not be reached in time") : answer.ToException();
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan PatienceOf(IReadOnlyList<Attachment> attachments, long received)
    {
        var left = Window - time.GetElapsedTime(received);
        var patience = attachments.Count == 0 && left > Patience ? Patience : left;
        return patience > LeastPatience ? patience : LeastPatience;
    }

    [LoggerMessage(1, LogLevel.Warning, "Discord could not be reached for {Route}: {Reason}; trying again")]
    private static partial void Unreachable(ILogger logger, Route route, string reason);
}
