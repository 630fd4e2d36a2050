using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Scheduling;

namespace AiNewsBot.Servers;

/// <summary>/settings timezone.</summary>
internal sealed class SettingsTimeZoneCommand(ServerStore servers) : Command
{
    private const string Zone = "timezone";
    private const int MaxLength = 60;

    public override CommandDefinition Definition { get; } =
        new(
            "settings timezone",
            "In which time zone digests and dates are meant",
            new OptionDefinition(Zone, "Its IANA name, such as Europe/Paris", IsRequired: true, Completes: true, MaxLength: MaxLength)
        );

    public override bool IsPrivate(Request request) => true;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        Task.FromResult(TimeZones.Complete(request.Option(Zone) ?? ""));

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Managers);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        var name = request.Option(Zone) ?? "";
        if (TimeZones.Find(name) is not { } zone)
            return Replies.Ephemeral(new Refusal(RefusalCode.ZoneUnknown, name));
        await servers.SetTimeZoneAsync(server, zone.Id, cancellationToken);
        return new Reply.Show(
            SettingsCard.Create(await servers.ReadAsync(server, cancellationToken), request.Texts).ToCard(),
            IsPrivate: true
        );
    }
}
