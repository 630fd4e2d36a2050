using System.Collections.Immutable;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Messages;

namespace AiNewsBot.Transport.Lean;

/// <summary>Hands Discord's interactions to the bot as requests, and its replies back.</summary>
internal sealed class InteractionRequests(IRequestHandler handler) : IInteractionHandler
{
    public Deferral DeferralOf(Interaction interaction) => handler.WaitingFor(RequestOf(interaction)) switch
    {
        Waiting.ForNothing => Deferral.Never,
        Waiting.ForChange => Deferral.Update,
        Waiting.ForPrivateMessage => Deferral.PrivateMessage,
        _ => Deferral.Message,
    };

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
            InteractionKind.Form => RequestKind.Form,
            InteractionKind.MessageCommand => RequestKind.MessageCommand,
            _ => RequestKind.Command,
        },
        Name = interaction.Kind is InteractionKind.Component or InteractionKind.Form ? interaction.CustomId : interaction.Command,
        Options = interaction.Options,
        Focused = interaction.Focused,
        Fields = interaction.Fields.ToImmutableDictionary(field => field.Key, field => string.Join(' ', field.Value)),
        Message = interaction.Target?.Content,
        Locale = interaction.Locale,
    };

    private static InteractionReply ReplyOf(Reply reply) => reply switch
    {
        Reply.Show show => new InteractionReply.Send(CardMessages.Of(show.Card, show.IsPrivate)),
        Reply.Change change => new InteractionReply.Update(CardMessages.Of(change.Card, isPrivate: false) with { DropsFiles = true }),
        Reply.Ask ask => new InteractionReply.Form(ask.Id, ask.Title, [.. ask.Fields.Select(FieldOf)]),
        Reply.Suggest suggest => new InteractionReply.Suggest([.. suggest.Suggestions.Select(one => new InteractionReply.Choice(one.Name, one.Value))]),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply"),
    };

    private static Component.Field FieldOf(FormField field) =>
        new(field.Label, new Component.TextInput(field.Id) { Placeholder = field.Hint, Longest = field.Longest });
}
