using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>The forms of the settings, sent; and the walk through them, whose buttons open the forms and whose forms lead to the next step.</summary>
internal sealed class SettingsActions(Gate gate, ServerStore servers) : IActions
{
    public const string Roles = "settings-roles";
    public const string SetupRoles = "setup-roles";
    private const string SetupChannel = "setup-channel";
    private const string SetupZone = "setup-zone";
    private const string Done = "setup-done";

    /// <summary>Leaves a step as it stands; the next one follows.</summary>
    private const string Skip = "setup-skip";

    public ImmutableArray<string> Actions { get; } = [Roles, SetupRoles, SetupChannel, SetupZone, Skip];

    public Waiting WaitingFor(string action) => action == Skip ? Waiting.ForChange : Waiting.ForNothing;

    public Waiting WaitingForForm(string action) => action == Roles ? Waiting.ForPrivateMessage : Waiting.ForChange;

    public ValueTask<Reply> ActAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.EnterAsManager(request);
        if (refusal is null && action == Skip)
            return ValueTask.FromResult<Reply>(new Reply.Change(Step(server!, argument)));
        return ValueTask.FromResult(refusal ?? (request.Kind == RequestKind.Form ? Take(request, server!, action) : Open(server!, action)));
    }

    /// <summary>The card of a step: what stands, and a button that opens the step's form.</summary>
    public static Card Step(Server server, string step)
    {
        var card = SettingsCard.Of(server);
        return step switch
        {
            SetupRoles => card.Add("Step 1 of 3: who may do what.", isApart: true).AddButton(SetupRoles, "Choose roles").AddButton(ButtonId.Of(Skip, SetupChannel), "Skip").ToCard(),
            SetupChannel => card.Add("Step 2 of 3: a channel that is told of each change.", isApart: true).AddButton(SetupChannel, "Choose a channel").AddButton(ButtonId.Of(Skip, SetupZone), "Skip").AddButton(SetupRoles, "Back to roles").ToCard(),
            SetupZone => card.Add("Step 3 of 3: the time zone in which digests are sent.", isApart: true).AddButton(SetupZone, "Choose a time zone").AddButton(ButtonId.Of(Skip, Done), "Skip").AddButton(SetupChannel, "Back to the channel").ToCard(),
            _ => card.Add("All is set. Next, let a channel follow the news with `/news follow`, or ask something with `/ask`. `/settings show` shows what is set.", isApart: true).ToCard(),
        };
    }

    /// <summary>Why the bot cannot post to the channel that was chosen; null when it can.</summary>
    public static string? FaultOf(Request request, string channel)
    {
        if (!request.Channels.TryGetValue(channel, out var facts) || facts.Kind is ChatChannelKind.Other or ChatChannelKind.Forum)
            return "Choose a channel of this server that takes messages.";
        return facts.Missing.IsEmpty ? null : $"The bot lacks a permission in {facts.Name}: {string.Join(", ", facts.Missing)}. Nothing was changed.";
    }

    public static string NoZone(string name) => $"'{name}' is no time zone that I know: write its IANA name, such as Europe/Paris or America/New_York. Nothing was changed.";

    private static Reply.Ask Open(Server server, string action) => action switch
    {
        SetupChannel => SettingsForms.AuditChannel(server, SetupChannel),
        SetupZone => SettingsForms.TimeZone(server, SetupZone),
        _ => SettingsForms.Roles(server, action),
    };

    private Reply Take(Request request, Server server, string action)
    {
        switch (action)
        {
            case SetupChannel:
                var channel = request.Field(SettingsForms.Channel);
                if (channel is not null && FaultOf(request, channel) is { } fault)
                    return Answered.Say(fault);
                servers.SetAuditChannel(server.Id, channel, channel is not null && request.Field(SettingsForms.Summary) == "yes");
                return new Reply.Change(Step(servers.Read(server.Id), SetupZone));
            case SetupZone:
                var name = request.Field(SettingsForms.Zone) ?? "";
                if (TimeZones.Find(name) is not { } zone)
                    return Answered.Say(NoZone(name));
                servers.SetTimeZone(server.Id, zone.Id);
                return new Reply.Change(Step(servers.Read(server.Id), Done));
            default:
                foreach (var power in Enum.GetValues<Power>())
                    servers.SetRoles(server.Id, power, [.. (request.Field(power.ToSlug()) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
                var now = servers.Read(server.Id);
                return action == SetupRoles ? new Reply.Change(Step(now, SetupChannel)) : new Reply.Show(SettingsCard.Of(now).ToCard(), IsPrivate: true);
        }
    }
}
