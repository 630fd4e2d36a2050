using AiNewsBot.Chat;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Servers;

/// <summary>The forms of settings.</summary>
internal static class SettingsForms
{
    public const string Channel = "channel";
    public const string Summary = "summary";
    public const string Zone = "zone";

    private const int MaxZoneLength = 60;

    public static Reply.Form Roles(Server server, string id, ChatTexts texts) =>
        new(id, texts["settings.form_roles"], [.. Enum.GetValues<Permission>().Select(permission => RolesOf(server, permission, texts))]);

    public static Reply.Form AuditChannel(Server server, string id, ChatTexts texts) =>
        new(
            id,
            texts["settings.form_channel"],
            [
                new FormField(Channel, texts["settings.ask_channel"], texts["settings.hint_channel"])
                {
                    Kind = FieldKind.Channel,
                    IsOptional = true,
                    Value = server.AuditChannel,
                },
                new FormField(Summary, texts["settings.ask_summary"])
                {
                    Kind = FieldKind.Choice,
                    Value = server.SendsSummary ? "yes" : "no",
                    Choices = [new(texts["settings.yes"], "yes"), new(texts["settings.no"], "no")],
                },
            ]
        );

    public static Reply.Form TimeZone(Server server, string id, ChatTexts texts) =>
        new(
            id,
            texts["settings.form_zone"],
            [new FormField(Zone, texts["settings.ask_zone"], texts["settings.hint_zone"], MaxZoneLength) { Value = server.TimeZone }]
        );

    private static FormField RolesOf(Server server, Permission permission, ChatTexts texts) =>
        new(
            permission.ToSlug(),
            texts[$"settings.ask_{permission.ToSlug()}"],
            texts[permission == Permission.Suggest ? "settings.hint_all" : "settings.hint_managers"]
        )
        {
            Kind = FieldKind.Roles,
            IsOptional = true,
            Value = string.Join(' ', server.RolesOf(permission)),
        };
}
