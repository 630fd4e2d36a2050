using AiNewsBot.Transport;

namespace AiNewsBot.Servers.Commands;

/// <summary>The forms of the settings: each shows what stands.</summary>
internal static class SettingsForms
{
    public const string Channel = "channel";
    public const string Summary = "summary";
    public const string Zone = "zone";

    public static Reply.Ask Roles(Server server, string id) => new(id, "Who may do what", [.. Enum.GetValues<Power>().Select(power => RolesOf(server, power))]);

    public static Reply.Ask AuditChannel(Server server, string id) => new(id, "Audit channel",
        [
            new FormField(Channel, "Which channel is told of each change?", "None") { Kind = FieldKind.Channel, IsOptional = true, Value = server.AuditChannel },
            new FormField(Summary, "A summary each week?") { Kind = FieldKind.Choice, Value = server.SendsSummary ? "yes" : "no", Choices = [new("Yes", "yes"), new("No", "no")] },
        ]);

    public static Reply.Ask TimeZone(Server server, string id) => new(id, "Time zone",
        [new FormField(Zone, "Its IANA name", "For example: Europe/Paris", 60) { Value = server.TimeZone }]);

    private static FormField RolesOf(Server server, Power power) => new(power.ToSlug(), $"Who may {power.ToWords()}?", power == Power.Suggest ? "Everybody" : "Those who manage the server")
    {
        Kind = FieldKind.Roles,
        IsOptional = true,
        Value = string.Join(' ', server.RolesOf(power)),
    };
}
