using System.Collections.Immutable;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Rest;

// What belongs to interactions: their token is in the path, and they lie outside of the limit over all requests.
public sealed partial class DiscordRest : IInteractionResponder
{
    /// <summary>Answers an interaction for the first time, within its three seconds.</summary>
    /// <returns>False when it was too late.</returns>
    public Task<bool> AnswerAsync(Interaction interaction, InteractionReply reply, long received, CancellationToken cancellationToken) =>
        _callbacks.SendAsync(interaction, JsonBody.From(reply), AttachmentsOf(reply), received, cancellationToken);

    /// <summary>Says that the answer follows.</summary>
    /// <returns>False when it was too late.</returns>
    public Task<bool> DeferAsync(Interaction interaction, Deferral deferral, long received, CancellationToken cancellationToken) =>
        _callbacks.SendAsync(interaction, JsonBody.From(deferral), [], received, cancellationToken);

    /// <summary>Fills in the answer that was announced, or changes the one that was given.</summary>
    public Task EditOriginalAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        SendAsync(CreateAnswerRequest(Routes.Answer(interaction), message), cancellationToken);

    /// <summary>Adds a message to an answer, within 15 minutes. It is never sent again by itself: Discord knows no nonce here.</summary>
    public async Task<Message> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        MessageReader.Read(await SendAsync(CreateAnswerRequest(Routes.FollowUps(interaction), message), cancellationToken));

    Task IInteractionResponder.FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken cancellationToken) =>
        FollowUpAsync(interaction, message, cancellationToken);

    internal static ImmutableArray<Attachment> AttachmentsOf(InteractionReply reply) =>
        reply switch
        {
            InteractionReply.Send send => send.Message.Attachments,
            InteractionReply.Update update => update.Message.Attachments,
            _ => [],
        };

    private static RestRequest CreateAnswerRequest(Route route, OutgoingMessage message) =>
        CreateRequest(route, message with { Nonce = null }) with
        {
            IsInteraction = true,
        };
}
