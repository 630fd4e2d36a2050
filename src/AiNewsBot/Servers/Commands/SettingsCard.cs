using AiNewsBot.Cards;

namespace AiNewsBot.Servers.Commands;

/// <summary>A server's settings, to look at and to change.</summary>
internal static class SettingsCard
{
    public static CardWriter Of(Server server) => new CardWriter(VerdictStyle.Accent(null))
        .Add("**Settings of this server**")
        .Add(string.Join('\n', Enum.GetValues<Power>().Select(power => $"- may {power.ToWords()}: {Who(server, power)}")))
        .Add(
            $"""
            - audit channel: {(server.AuditChannel is { } channel ? Mentions.Channel(channel) : "none")}{(server.SendsSummary ? ", with a summary each week" : "")}
            - time zone: {Markdown.Escape(server.TimeZone)}
            """);

    private static string Who(Server server, Power power)
    {
        var roles = server.RolesOf(power);
        return !roles.IsEmpty ? $"{string.Join(", ", roles.Select(Mentions.Role))}, and who manages the server" : power == Power.Suggest ? "everybody" : "who manages the server";
    }
}
