using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Rest;

/// <summary>Sends answers to interactions: this library's REST client does, and so may another client of Discord.</summary>
public interface IInteractionResponder
{
    /// <summary>Answers for the first time, within the three seconds that Discord waits.</summary>
    /// <param name="interaction">What was asked.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="received">Timestamp of the clock when it came in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was too late.</returns>
    Task<bool> AnswerAsync(Interaction interaction, InteractionReply reply, long received, CancellationToken cancellationToken);

    /// <summary>Says that the answer follows.</summary>
    /// <param name="interaction">What was asked.</param>
    /// <param name="deferral">What is said.</param>
    /// <param name="received">Timestamp of the clock when it came in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when it was too late.</returns>
    Task<bool> DeferAsync(Interaction interaction, Deferral deferral, long received, CancellationToken cancellationToken);

    /// <summary>Fills in the answer that was announced.</summary>
    Task EditOriginalAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Adds a message to an answer.</summary>
    Task FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken);
}
