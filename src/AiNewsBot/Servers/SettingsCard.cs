using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Servers;

/// <summary>A server's settings, to look at and to change.</summary>
internal static class SettingsCard
{
    public static CardWriter Create(Server server)
    {
        var card = Settings(server);
        return server is { AuditChannel: not null, SendsNotices: false }
            ? card.Add(
                "**Nothing is posted to the audit channel now:** the bot's operator has turned its news off (`News:Enabled`), and "
                    + "what it is to be told leaves with them."
            )
            : card;
    }

    private static CardWriter Settings(Server server) =>
        new CardWriter(VerdictStyle.Accent(null))
            .Add("**Settings of this server**")
            .Add(
                string.Join(
                    '\n',
                    Enum.GetValues<Permission>().Select(permission => $"- may {permission.ToWords()}: {Who(server, permission)}")
                )
            )
            .Add(
                $"""
                - audit channel: {(server.AuditChannel is { } channel ? Mentions.Channel(channel) : "none")}{(
                    server.SendsSummary ? ", with a summary each week" : ""
                )}
                - time zone: {Markdown.Escape(server.TimeZone)}
                """
            );

    private static string Who(Server server, Permission permission)
    {
        var roles = server.RolesOf(permission);
        return !roles.IsEmpty ? $"{string.Join(", ", roles.Select(Mentions.Role))}, and who manages the server"
            : permission == Permission.Suggest ? "everybody"
            : "who manages the server";
    }
}
