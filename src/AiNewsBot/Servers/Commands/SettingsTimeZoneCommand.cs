using System.Collections.Immutable;
using AiNewsBot.Commands;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>/settings timezone.</summary>
internal sealed class SettingsTimeZoneCommand(Gate gate, ServerStore servers) : Command
{
    private const string Zone = "timezone";
    private const int Longest = 60;

    public override CommandDefinition Definition { get; } = new(
        "settings timezone", "In which time zone digests and dates are meant",
        new OptionDefinition(Zone, "Its IANA name, such as Europe/Paris", IsRequired: true, Completes: true, LongestText: Longest));

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<Suggestion> Complete(Request request) => TimeZones.Complete(request.Option(Zone) ?? "");

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.EnterAsManager(request);
        if (refusal is not null)
            return ValueTask.FromResult(refusal);
        var name = request.Option(Zone) ?? "";
        if (TimeZones.Find(name) is not { } zone)
            return ValueTask.FromResult(Answered.Say(SettingsActions.NoZone(name)));
        servers.SetTimeZone(server!.Id, zone.Id);
        return ValueTask.FromResult<Reply>(new Reply.Show(SettingsCard.Of(servers.Read(server.Id)).ToCard(), IsPrivate: true));
    }
}
