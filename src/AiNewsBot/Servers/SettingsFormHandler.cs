using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Servers;

/// <summary>The forms of the settings, sent; and the walk through them, whose buttons
/// open the forms and whose forms lead to the next step.</summary>
internal sealed class SettingsFormHandler(ServerStore servers) : IComponentHandler
{
    public const string Roles = "settings-roles";
    public const string SetupRoles = "setup-roles";
    private const string SetupChannel = "setup-channel";
    private const string SetupZone = "setup-zone";
    private const string Done = "setup-done";

    /// <summary>Leaves a step unchanged; the next one follows.</summary>
    private const string Skip = "setup-skip";

    public ImmutableArray<string> Actions { get; } = [Roles, SetupRoles, SetupChannel, SetupZone, Skip];

    public DeferMode GetDeferMode(string action) => action == Skip ? DeferMode.Update : DeferMode.None;

    public DeferMode WaitingForForm(string action) => action == Roles ? DeferMode.EphemeralMessage : DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(AccessRule.Managers);

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var server = await servers.ReadAsync(request.Caller.Server!, cancellationToken);
        return action == Skip ? new Reply.Update(Step(server, argument, request.Texts))
            : request.Kind == RequestKind.Form ? await ApplyAsync(request, server, action, cancellationToken)
            : Open(server, action, request.Texts);
    }

    /// <summary>A step of the setup, with the way on; the last says what comes next.</summary>
    public static Card Step(Server server, string step, ChatTexts texts)
    {
        var card = SettingsCard.Create(server, texts);
        return step switch
        {
            SetupRoles => card.Add(texts["settings.step_roles"], isApart: true)
                .AddButton(SetupRoles, texts["settings.choose_roles"])
                .AddButton(ButtonId.Format(Skip, SetupChannel), texts["settings.skip"])
                .ToCard(),
            SetupChannel => card.Add(texts["settings.step_channel"], isApart: true)
                .AddButton(SetupChannel, texts["settings.choose_channel"])
                .AddButton(ButtonId.Format(Skip, SetupZone), texts["settings.skip"])
                .AddButton(SetupRoles, texts["settings.back_roles"])
                .ToCard(),
            SetupZone => card.Add(texts["settings.step_zone"], isApart: true)
                .AddButton(SetupZone, texts["settings.choose_zone"])
                .AddButton(ButtonId.Format(Skip, Done), texts["settings.skip"])
                .AddButton(SetupChannel, texts["settings.back_channel"])
                .ToCard(),
            _ => card.Add(texts["settings.done"], isApart: true).ToCard(),
        };
    }

    /// <summary>Why the bot cannot post to the channel that was chosen; null when it can.</summary>
    public static Refusal? GetError(Request request, string channel)
    {
        if (!request.Channels.TryGetValue(channel, out var facts) || facts.Kind is ChatChannelKind.Other or ChatChannelKind.Forum)
            return new Refusal(RefusalCode.ChannelUnsuitable);
        return facts.Missing.IsEmpty ? null : new Refusal(RefusalCode.ChannelForbidden, facts.Name, string.Join(", ", facts.Missing));
    }

    private static Reply.Form Open(Server server, string action, ChatTexts texts) =>
        action switch
        {
            SetupChannel => SettingsForms.AuditChannel(server, SetupChannel, texts),
            SetupZone => SettingsForms.TimeZone(server, SetupZone, texts),
            _ => SettingsForms.Roles(server, action, texts),
        };

    private async Task<Reply> ApplyAsync(Request request, Server server, string action, CancellationToken cancellationToken)
    {
        switch (action)
        {
            case SetupChannel:
                var channel = request.Field(SettingsForms.Channel);
                if (channel is not null && GetError(request, channel) is { } fault)
                    return Replies.Ephemeral(fault);
                await servers.SetAuditChannelAsync(
                    server.Id,
                    channel,
                    channel is not null && request.Field(SettingsForms.Summary) == "yes",
                    cancellationToken
                );
                return new Reply.Update(Step(await servers.ReadAsync(server.Id, cancellationToken), SetupZone, request.Texts));
            case SetupZone:
                var name = request.Field(SettingsForms.Zone) ?? "";
                if (TimeZones.Find(name) is not { } zone)
                    return Replies.Ephemeral(new Refusal(RefusalCode.ZoneUnknown, name));
                await servers.SetTimeZoneAsync(server.Id, zone.Id, cancellationToken);
                return new Reply.Update(Step(await servers.ReadAsync(server.Id, cancellationToken), Done, request.Texts));
            default:
                foreach (var permission in Enum.GetValues<Permission>())
                    await servers.SetRolesAsync(
                        server.Id,
                        permission,
                        [.. (request.Field(permission.ToSlug()) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                        cancellationToken
                    );
                var now = await servers.ReadAsync(server.Id, cancellationToken);
                return action == SetupRoles
                    ? new Reply.Update(Step(now, SetupChannel, request.Texts))
                    : new Reply.Show(SettingsCard.Create(now, request.Texts).ToCard(), IsPrivate: true);
        }
    }
}
