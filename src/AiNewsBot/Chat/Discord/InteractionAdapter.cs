using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Chat.Discord;

/// <summary>Hands Discord's interactions to the bot as requests, and its replies back.</summary>
internal sealed class InteractionAdapter(IRequestHandler handler) : IInteractionHandler
{
    private const int MaxRoles = 25;

    public Deferral GetDeferral(Interaction interaction) =>
        handler.GetDeferMode(ToRequest(interaction)) switch
        {
            DeferMode.None => Deferral.None,
            DeferMode.Update => Deferral.Update,
            DeferMode.EphemeralMessage => Deferral.PrivateMessage,
            _ => Deferral.Message,
        };

    public string GetName(Interaction interaction) => handler.GetName(ToRequest(interaction));

    public async ValueTask<InteractionReply> HandleAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var reply = await handler.HandleAsync(ToRequest(interaction), cancellationToken);
        return ToInteractionReply(reply) with { AfterSent = reply.AfterSent };
    }

    public InteractionReply CreateFailure(Interaction interaction, string code) =>
        interaction.Kind == InteractionKind.Autocomplete
            ? new InteractionReply.Autocomplete([])
            : ToInteractionReply(handler.CreateFailure(ToRequest(interaction), code));

    private static Request ToRequest(Interaction interaction) =>
        new()
        {
            Kind = interaction.Kind switch
            {
                InteractionKind.Autocomplete => RequestKind.Autocomplete,
                InteractionKind.Component => RequestKind.Button,
                InteractionKind.Form => RequestKind.Form,
                InteractionKind.MessageCommand => RequestKind.MessageCommand,
                _ => RequestKind.Command,
            },
            Name =
                interaction is { Kind: InteractionKind.Component, CustomId: CardMenu.Choose, Values: [var chosen] } ? chosen
                : interaction.Kind is InteractionKind.Component or InteractionKind.Form ? interaction.CustomId
                : interaction.Command,
            Values = interaction.Values,
            Options = interaction.Options,
            Focused = interaction.Focused,
            Fields = Convert(interaction.Fields, id => id, values => string.Join(' ', values)),
            Message = interaction.Target is { } target ? string.Join('\n', target.Texts) : null,
            MessageLink = LinkOf(interaction),
            Caller = ToCaller(interaction),
            Channels = Convert(interaction.Channels, id => id.ToString(), ToChannel),
            Roles = Convert(
                interaction.Roles,
                id => id.ToString(),
                role => new ChatRole(role.Id.ToString(), role.Name, role.IsMentionable)
            ),
            Files = Convert(interaction.Attachments, id => id.ToString(), file => new RequestFile(file.Name, file.Url, file.Size)),
            Locale = interaction.Locale,
        };

    // Most interactions have none of these, and come by the hundred.
    private static ImmutableDictionary<string, TValue> Convert<TId, TPart, TValue>(
        ImmutableDictionary<TId, TPart> parts,
        Func<TId, string> key,
        Func<TPart, TValue> value
    )
        where TId : notnull =>
        parts.IsEmpty
            ? ImmutableDictionary<string, TValue>.Empty
            : parts.ToImmutableDictionary(part => key(part.Key), part => value(part.Value));

    private static string? LinkOf(Interaction interaction) =>
        interaction is { Target.Id: var message, ChannelId: { } channel }
            ? $"https://discord.com/channels/{interaction.GuildId?.ToString() ?? "@me"}/{channel}/{message}"
            : null;

    // A server's own facts and roles count where the bot was added to the server, not where a user installed it.
    private static Caller ToCaller(Interaction interaction) =>
        new(interaction.UserId.ToString(), interaction.InstalledInGuild is null ? null : interaction.GuildId?.ToString())
        {
            Roles = [.. interaction.MemberRoles.Select(role => role.ToString())],
            ManagesServer = DiscordPermissions.Has(interaction.MemberPermissions, DiscordPermissions.ManageServer),
        };

    private static ChatChannel ToChannel(ResolvedChannel channel) =>
        new(
            channel.Id.ToString(),
            channel.Name,
            ChannelKinds.From(channel.Type),
            DiscordPermissions.MissingToPost(channel.Type, channel.AppPermissions)
        )
        {
            IsArchived = channel.IsArchived,
            IsLocked = channel.IsLocked && !DiscordPermissions.OpensThreads(channel.AppPermissions),
            MentionsAnyRole = DiscordPermissions.MentionsAnyRole(channel.AppPermissions),
        };

    private static InteractionReply ToInteractionReply(Reply reply) =>
        reply switch
        {
            Reply.Show show => new InteractionReply.Send(CardMessages.Create(show.Card, show.IsPrivate)),
            Reply.Update update => new InteractionReply.Update(
                CardMessages.Create(update.Card, isPrivate: false) with
                {
                    ClearsAttachments = true,
                }
            ),
            Reply.Form form => new InteractionReply.Form(form.Id, form.Title, [.. form.Fields.Select(ToField)]),
            Reply.Autocomplete autocomplete => new InteractionReply.Autocomplete([
                .. autocomplete.Suggestions.Select(one => new InteractionReply.Choice(one.Name, one.Value)),
            ]),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply"),
        };

    // What a field is filled with covers the hint in it, and some have no place for one.
    private static Component.Field ToField(FormField field)
    {
        var control = ToControl(field);
        var isHintInside = control is not (Component.FileUpload or Component.RadioGroup) && string.IsNullOrEmpty(field.Value);
        return new Component.Field(field.Label, control, isHintInside ? null : field.Hint);
    }

    private static Component ToControl(FormField field) =>
        field.Kind switch
        {
            // A few are seen at once, without opening a menu. What was chosen there cannot be taken back, as it can in a menu.
            FieldKind.Choice when IsFew(field.Choices.Length) && !field.IsOptional => new Component.RadioGroup(field.Id, ToOptions(field)),
            FieldKind.Choice => new Component.StringSelect(field.Id, ToOptions(field))
            {
                Placeholder = field.Hint,
                IsOptional = field.IsOptional,
            },
            FieldKind.Roles => new Component.RoleSelect(field.Id)
            {
                Placeholder = field.Hint,
                IsOptional = field.IsOptional,
                MinValues = field.IsOptional ? 0 : 1,
                MaxValues = MaxRoles,
                DefaultRoles = Ids(field.Value),
            },
            FieldKind.Channel => new Component.ChannelSelect(field.Id)
            {
                Placeholder = field.Hint,
                IsOptional = field.IsOptional,
                MinValues = field.IsOptional ? 0 : 1,
                Types = [ChannelType.Text, ChannelType.Announcement, ChannelType.PublicThread, ChannelType.PrivateThread],
                DefaultChannels = Ids(field.Value),
            },
            FieldKind.File => new Component.FileUpload(field.Id) { IsOptional = field.IsOptional },
            _ => new Component.TextInput(field.Id)
            {
                Placeholder = field.Hint,
                MaxLength = field.MaxLength,
                IsParagraph = field.Kind == FieldKind.Paragraph,
                IsOptional = field.IsOptional,
                Value = field.Value,
            },
        };

    private static bool IsFew(int choices) => choices is >= DiscordLimits.MinRadioOptions and <= DiscordLimits.MaxRadioOptions;

    private static ImmutableArray<SelectOption> ToOptions(FormField field) =>
        [.. field.Choices.Select(choice => new SelectOption(choice.Name, choice.Value, IsDefault: choice.Value == field.Value))];

    private static ImmutableArray<Snowflake> Ids(string? text) =>
        [
            .. (text ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(id => new Snowflake(ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture))),
        ];
}
