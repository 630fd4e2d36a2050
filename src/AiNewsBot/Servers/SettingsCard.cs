using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Servers;

/// <summary>The settings of a server as a card.</summary>
internal static class SettingsCard
{
    public static CardWriter Create(Server server, ChatTexts texts)
    {
        var card = new CardWriter(VerdictStyle.Accent(null))
            .Add($"**{texts["settings.title"]}**")
            .Add(
                string.Join(
                    '\n',
                    Enum.GetValues<Permission>()
                        .Select(permission => $"- {texts[$"settings.may_{permission.ToSlug()}", ("who", Who(server, permission, texts))]}")
                )
            )
            .Add($"- {Channel(server, texts)}\n- {texts["settings.zone", ("zone", Markdown.Escape(server.TimeZone))]}");
        return server is { AuditChannel: not null, SendsNotices: false } ? card.Add(texts["settings.notices_off"]) : card;
    }

    private static string Channel(Server server, ChatTexts texts) =>
        server.AuditChannel is { } channel
            ? texts[server.SendsSummary ? "settings.channel_summary" : "settings.channel", ("channel", Mentions.Channel(channel))]
            : texts["settings.channel_none"];

    private static string Who(Server server, Permission permission, ChatTexts texts)
    {
        var roles = server.RolesOf(permission);
        return !roles.IsEmpty ? texts["settings.who_roles", ("roles", string.Join(", ", roles.Select(Mentions.Role)))]
            : permission == Permission.Suggest ? texts["settings.who_all"]
            : texts["settings.who_managers"];
    }
}
