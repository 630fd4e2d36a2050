using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>The forms of the settings: each shows the current values.</summary>
internal static class SettingsForms
{
    public const string Channel = "channel";
    public const string Summary = "summary";
    public const string Zone = "zone";

    public static Reply.Form Roles(Server server, string id) =>
        new(id, "Who may do what", [.. Enum.GetValues<Permission>().Select(permission => RolesOf(server, permission))]);

    public static Reply.Form AuditChannel(Server server, string id) =>
        new(
            id,
            "Audit channel",
            [
                new FormField(Channel, "Which channel is told of each change?", "None")
                {
                    Kind = FieldKind.Channel,
                    IsOptional = true,
                    Value = server.AuditChannel,
                },
                new FormField(Summary, "A summary each week?")
                {
                    Kind = FieldKind.Choice,
                    Value = server.SendsSummary ? "yes" : "no",
                    Choices = [new("Yes", "yes"), new("No", "no")],
                },
            ]
        );

    public static Reply.Form TimeZone(Server server, string id) =>
        new(id, "Time zone", [new FormField(Zone, "Its IANA name", "For example: Europe/Paris", 60) { Value = server.TimeZone }]);

    private static FormField RolesOf(Server server, Permission permission) =>
        new(
            permission.ToSlug(),
            $"Who may {permission.ToWords()}?",
            permission == Permission.Suggest ? "Everybody" : "Those who manage the server"
        )
        {
            Kind = FieldKind.Roles,
            IsOptional = true,
            Value = string.Join(' ', server.RolesOf(permission)),
        };
}
