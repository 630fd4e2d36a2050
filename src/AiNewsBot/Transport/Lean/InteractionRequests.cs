using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Channels;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Messages;

namespace AiNewsBot.Transport.Lean;

/// <summary>Hands Discord's interactions to the bot as requests, and its replies back.</summary>
internal sealed class InteractionRequests(IRequestHandler handler) : IInteractionHandler
{
    private const int MostRoles = 25;

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
        Message = interaction.Target is { } target ? string.Join('\n', target.Texts) : null,
        MessageLink = LinkOf(interaction),
        Caller = CallerOf(interaction),
        Channels = interaction.Channels.ToImmutableDictionary(pair => pair.Key.ToString(), pair => ChannelOf(pair.Value)),
        Roles = interaction.Roles.ToImmutableDictionary(pair => pair.Key.ToString(), pair => new ChatRole(pair.Key.ToString(), pair.Value.Name, pair.Value.IsMentionable)),
        Files = interaction.Attachments.ToImmutableDictionary(pair => pair.Key.ToString(), pair => new RequestFile(pair.Value.Name, pair.Value.Url, pair.Value.Size)),
        Locale = interaction.Locale,
    };

    private static string? LinkOf(Interaction interaction) => interaction is { Target.Id: var message, ChannelId: { } channel }
        ? $"https://discord.com/channels/{interaction.GuildId?.ToString() ?? "@me"}/{channel}/{message}"
        : null;

    // A server's own facts and roles count where the bot was added to the server, not where somebody brought it along.
    private static Caller CallerOf(Interaction interaction) => new(interaction.UserId.ToString(), interaction.InstalledInGuild is null ? null : interaction.GuildId?.ToString())
    {
        Roles = [.. interaction.MemberRoles.Select(role => role.ToString())],
        ManagesServer = Permissions.Has(interaction.MemberPermissions, Permissions.ManageServer),
    };

    private static ChatChannel ChannelOf(ResolvedChannel channel) => new(channel.Id.ToString(), channel.Name, ChannelKinds.Of(channel.Type), Permissions.MissingToPost(channel.Type, channel.AppPermissions))
    {
        IsArchived = channel.IsArchived,
        IsLocked = channel.IsLocked && !Permissions.OpensThreads(channel.AppPermissions),
        MentionsAnyRole = Permissions.MentionsAnyRole(channel.AppPermissions),
    };

    private static InteractionReply ReplyOf(Reply reply) => reply switch
    {
        Reply.Show show => new InteractionReply.Send(CardMessages.Of(show.Card, show.IsPrivate)),
        Reply.Change change => new InteractionReply.Update(CardMessages.Of(change.Card, isPrivate: false) with { DropsFiles = true }),
        Reply.Ask ask => new InteractionReply.Form(ask.Id, ask.Title, [.. ask.Fields.Select(FieldOf)]),
        Reply.Suggest suggest => new InteractionReply.Suggest([.. suggest.Suggestions.Select(one => new InteractionReply.Choice(one.Name, one.Value))]),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply"),
    };

    private static Component.Field FieldOf(FormField field) => new(field.Label, ControlOf(field));

    private static Component ControlOf(FormField field) => field.Kind switch
    {
        FieldKind.Choice => new Component.StringSelect(field.Id, [.. field.Choices.Select(choice => new SelectOption(choice.Name, choice.Value, IsChosen: choice.Value == field.Value))])
        {
            Placeholder = field.Hint,
            IsOptional = field.IsOptional,
        },
        FieldKind.Roles => new Component.RoleSelect(field.Id) { Placeholder = field.Hint, IsOptional = field.IsOptional, Least = field.IsOptional ? 0 : 1, Most = MostRoles, Chosen = Ids(field.Value) },
        FieldKind.Channel => new Component.ChannelSelect(field.Id)
        {
            Placeholder = field.Hint,
            IsOptional = field.IsOptional,
            Least = field.IsOptional ? 0 : 1,
            Types = [ChannelType.Text, ChannelType.Announcement, ChannelType.PublicThread, ChannelType.PrivateThread],
            Chosen = Ids(field.Value),
        },
        _ => new Component.TextInput(field.Id)
        {
            Placeholder = field.Hint,
            Longest = field.Longest,
            IsParagraph = field.Kind == FieldKind.Paragraph,
            IsOptional = field.IsOptional,
            Value = field.Value,
        },
    };

    private static ImmutableArray<Snowflake> Ids(string? text) =>
        [.. (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Snowflake(ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture)))];
}
