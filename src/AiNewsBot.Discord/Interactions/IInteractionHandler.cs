using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Interactions;

/// <summary>Answers interactions.</summary>
public interface IInteractionHandler
{
    /// <summary>What to say when the answer takes long. It settles before the answer is known who will see it.</summary>
    Deferral GetDeferral(Interaction interaction);

    /// <summary>What an interaction asks for, as it is measured: one of a few names.</summary>
    string GetName(Interaction interaction) => "";

    /// <summary>Answers. May take longer than three seconds: then the client says first that the answer follows. What takes long must be
    /// awaited, not computed on the calling thread.</summary>
    ValueTask<InteractionReply> HandleAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>What the one who asked sees when <see cref="HandleAsync"/> threw.</summary>
    /// <param name="interaction">What was asked.</param>
    /// <param name="code">The code under which the exception is logged.</param>
    InteractionReply CreateFailure(Interaction interaction, string code);
}
