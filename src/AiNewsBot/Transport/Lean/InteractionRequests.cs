using AiNewsBot.Discord.Interactions;

namespace AiNewsBot.Transport.Lean;

/// <summary>Hands Discord's interactions to the bot as requests, and its replies back.</summary>
internal sealed class InteractionRequests(IRequestHandler handler) : IInteractionHandler
{
    public Deferral DeferralOf(Interaction interaction) =>
        interaction.Kind == InteractionKind.Autocomplete ? Deferral.Never
        : handler.IsPrivate(RequestOf(interaction)) ? Deferral.PrivateMessage
        : Deferral.Message;

    public async ValueTask<InteractionReply> HandleAsync(Interaction interaction, CancellationToken cancellationToken) =>
        ReplyOf(await handler.HandleAsync(RequestOf(interaction), cancellationToken));

    public InteractionReply Failed(Interaction interaction, string code) =>
        interaction.Kind == InteractionKind.Autocomplete ? new InteractionReply.Suggest([]) : ReplyOf(handler.Failed(code));

    private static Request RequestOf(Interaction interaction) => new()
    {
        Kind = interaction.Kind switch
        {
            InteractionKind.Autocomplete => RequestKind.Autocomplete,
            InteractionKind.Component => RequestKind.Button,
            _ => RequestKind.Command,
        },
        Name = interaction.Kind == InteractionKind.Component ? interaction.CustomId : interaction.Command,
        Options = interaction.Options,
        Focused = interaction.Focused,
        Locale = interaction.Locale,
    };

    private static InteractionReply ReplyOf(Reply reply) => reply switch
    {
        Reply.Show show => new InteractionReply.Send(CardMessages.Of(show.Card, show.IsPrivate)),
        Reply.Suggest suggest => new InteractionReply.Suggest([.. suggest.Suggestions.Select(one => new InteractionReply.Choice(one.Name, one.Value))]),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply"),
    };
}
