using AiNewsBot.Common;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Interactions;

// Interactions that come by HTTP rather than by the gateway.
public sealed partial class InteractionDispatcher
{
    /// <summary>
    /// Answers an interaction that came by HTTP: the first answer is returned, to be sent as the body of the response. What takes longer
    /// than two seconds is announced there, and filled in later.
    /// </summary>
    /// <param name="interaction">What was asked.</param>
    /// <returns>The JSON of the first answer; null where it was sent on its own, since it has files with it.</returns>
    public async Task<byte[]?> AnswerByHttpAsync(Interaction interaction)
    {
        if (!TryEnter())
        {
            TurnedAway(logger, interaction.Kind, MaxInFlight);
            return null;
        }

        var received = time.GetTimestamp();
        var later = Task.CompletedTask;
        try
        {
            // On a thread of its own, so that a handler that holds it is announced, too.
            var work = Task.Run(() => HandleAsync(interaction));
            var deferral = handler.GetDeferral(interaction);
            var first = await FirstAsync(work, deferral);
            Measure(interaction, received, first is null ? "deferred" : "answered");
            if (first is { } reply)
            {
                var (body, isSent) = await RespondByHttpAsync(interaction, reply, received);

                // On another thread: the response leaves when this method has returned.
                if (reply.AfterSent is { } afterSent)
                    later = Task.Run(() => afterSent(isSent));
                return body;
            }

            later = EditDeferredByHttpAsync(interaction, work, deferral);
            return JsonBody.From(deferral);
        }
        finally
        {
            _ = FinishAsync(interaction, later);
        }
    }

    // Files do not fit into the response: such an answer goes the way of the gateway's. What the response carries counts as taken.
    private async Task<(byte[]? Body, bool IsSent)> RespondByHttpAsync(Interaction interaction, InteractionReply reply, long received)
    {
        if (DiscordRest.AttachmentsOf(reply).IsEmpty)
            return (JsonBody.From(reply), true);
        var isInTime = await rest.AnswerAsync(interaction, reply, received, CancellationToken.None);
        if (!isInTime)
            Late(logger, interaction.Kind, time.GetElapsedTime(received).TotalMilliseconds);
        return (null, isInTime);
    }

    // The announcement travels in the response, and may arrive after what it announces.
    private async Task EditDeferredByHttpAsync(Interaction interaction, Task<InteractionReply> work, Deferral deferral)
    {
        const int maxAttempts = 4;
        var reply = await work;
        var isSent = false;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await EditDeferredAsync(interaction, reply, deferral);
                    isSent = true;
                    return;
                }
                catch (DiscordException exception) when (exception.Kind == DiscordErrorKind.Gone && attempt < maxAttempts)
                {
                    await Task.Delay(Backoff.Jittered(TimeSpan.FromSeconds(0.5), attempt), time);
                }
            }
        }
        finally
        {
            reply.AfterSent?.Invoke(isSent);
        }
    }
}
