using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
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

    public AccessRule GetAccess(Request request, string action, string argument) => AccessRule.Managers;

    public async ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var server = await servers.ReadAsync(request.Caller.Server!);
        return action == Skip ? new Reply.Update(Step(server, argument))
            : request.Kind == RequestKind.Form ? await ApplyAsync(request, server, action)
            : Open(server, action);
    }

    /// <summary>The card of a step: the current values, and a button that opens the step's form.</summary>
    public static Card Step(Server server, string step)
    {
        var card = SettingsCard.Create(server);
        return step switch
        {
            SetupRoles => card.Add("Step 1 of 3: who may do what.", isApart: true)
                .AddButton(SetupRoles, "Choose roles")
                .AddButton(ButtonId.Format(Skip, SetupChannel), "Skip")
                .ToCard(),
            SetupChannel => card.Add("Step 2 of 3: a channel that is told of each change.", isApart: true)
                .AddButton(SetupChannel, "Choose a channel")
                .AddButton(ButtonId.Format(Skip, SetupZone), "Skip")
                .AddButton(SetupRoles, "Back to roles")
                .ToCard(),
            SetupZone => card.Add("Step 3 of 3: the time zone in which digests are sent.", isApart: true)
                .AddButton(SetupZone, "Choose a time zone")
                .AddButton(ButtonId.Format(Skip, Done), "Skip")
                .AddButton(SetupChannel, "Back to the channel")
                .ToCard(),
            _ => card.Add(
                    "All is set. Next, let a channel follow the news with `/news follow`, or ask something with `/ask`. `/settings "
                        + "show` shows what is set.",
                    isApart: true
                )
                .ToCard(),
        };
    }

    /// <summary>Why the bot cannot post to the channel that was chosen; null when it can.</summary>
    public static Refusal? GetError(Request request, string channel)
    {
        if (!request.Channels.TryGetValue(channel, out var facts) || facts.Kind is ChatChannelKind.Other or ChatChannelKind.Forum)
            return new Refusal(RefusalCode.ChannelUnsuitable);
        return facts.Missing.IsEmpty ? null : new Refusal(RefusalCode.ChannelForbidden, facts.Name, string.Join(", ", facts.Missing));
    }

    private static Reply.Form Open(Server server, string action) =>
        action switch
        {
            SetupChannel => SettingsForms.AuditChannel(server, SetupChannel),
            SetupZone => SettingsForms.TimeZone(server, SetupZone),
            _ => SettingsForms.Roles(server, action),
        };

    private async Task<Reply> ApplyAsync(Request request, Server server, string action)
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
                    channel is not null && request.Field(SettingsForms.Summary) == "yes"
                );
                return new Reply.Update(Step(await servers.ReadAsync(server.Id), SetupZone));
            case SetupZone:
                var name = request.Field(SettingsForms.Zone) ?? "";
                if (TimeZones.Find(name) is not { } zone)
                    return Replies.Ephemeral(new Refusal(RefusalCode.ZoneUnknown, name));
                await servers.SetTimeZoneAsync(server.Id, zone.Id);
                return new Reply.Update(Step(await servers.ReadAsync(server.Id), Done));
            default:
                foreach (var permission in Enum.GetValues<Permission>())
                    await servers.SetRolesAsync(
                        server.Id,
                        permission,
                        [.. (request.Field(permission.ToSlug()) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]
                    );
                var now = await servers.ReadAsync(server.Id);
                return action == SetupRoles
                    ? new Reply.Update(Step(now, SetupChannel))
                    : new Reply.Show(SettingsCard.Create(now).ToCard(), IsPrivate: true);
        }
    }
}
