using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Rest;

/// <summary>The endpoints in use.</summary>
internal static class Routes
{
    public static Route Gateway { get; } = new(HttpMethod.Get, "gateway/bot", "gateway/bot");

    public static Route Application { get; } = new(HttpMethod.Get, "applications/@me", "applications/@me");

    public static Route Commands(HttpMethod method, Snowflake application) =>
        new(
            method,
            $"applications/{application}/commands{(method == HttpMethod.Get ? "?with_localizations=true" : "")}",
            "applications/{id}/commands"
        );

    public static Route User { get; } = new(HttpMethod.Get, "users/@me", "users/@me");

    public static Route Guilds(Snowflake after, int limit) =>
        new(HttpMethod.Get, $"users/@me/guilds?after={after}&limit={limit}", "users/@me/guilds");

    public static Route DirectMessages { get; } = new(HttpMethod.Post, "users/@me/channels", "users/@me/channels");

    public static Route Channel(Snowflake channel) => Channel(HttpMethod.Get, channel);

    /// <param name="method">GET or PATCH.</param>
    /// <param name="channel">The channel.</param>
    public static Route Channel(HttpMethod method, Snowflake channel) => new(method, $"channels/{channel}", "channels/{id}", $"{channel}");

    public static Route ActiveThreads(Snowflake guild) =>
        new(HttpMethod.Get, $"guilds/{guild}/threads/active", "guilds/{id}/threads/active", $"{guild}");

    public static Route ArchivedThreads(Snowflake channel) =>
        new(HttpMethod.Get, $"channels/{channel}/threads/archived/public?limit=100", "channels/{id}/threads/archived/public", $"{channel}");

    public static Route Member(Snowflake guild, Snowflake user) =>
        new(HttpMethod.Get, $"guilds/{guild}/members/{user}", "guilds/{id}/members/{id}", $"{guild}");

    public static Route Roles(Snowflake guild) => new(HttpMethod.Get, $"guilds/{guild}/roles", "guilds/{id}/roles", $"{guild}");

    /// <param name="method">GET or POST.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public static Route Messages(HttpMethod method, Snowflake channel, string query = "") =>
        new(method, $"channels/{channel}/messages{query}", "channels/{id}/messages", $"{channel}");

    public static Route Message(Snowflake channel, Snowflake message) =>
        new(HttpMethod.Patch, $"channels/{channel}/messages/{message}", "channels/{id}/messages/{id}", $"{channel}");

    public static Route Crosspost(Snowflake channel, Snowflake message) =>
        new(HttpMethod.Post, $"channels/{channel}/messages/{message}/crosspost", "channels/{id}/messages/{id}/crosspost", $"{channel}");

    public static Route Threads(Snowflake channel) =>
        new(HttpMethod.Post, $"channels/{channel}/threads", "channels/{id}/threads", $"{channel}");

    public static Route Callback(Interaction interaction) =>
        new(
            HttpMethod.Post,
            $"interactions/{interaction.Id}/{interaction.Token}/callback",
            "interactions/{id}/{token}/callback",
            interaction.Token
        );

    public static Route FollowUps(Interaction interaction) =>
        new(
            HttpMethod.Post,
            $"webhooks/{interaction.ApplicationId}/{interaction.Token}?wait=true",
            "webhooks/{id}/{token}",
            interaction.Token
        );

    /// <param name="method">GET or POST.</param>
    /// <param name="channel">The channel.</param>
    public static Route Webhooks(HttpMethod method, Snowflake channel) =>
        new(method, $"channels/{channel}/webhooks", "channels/{id}/webhooks", $"{channel}");

    public static Route Webhook(Snowflake webhook) => new(HttpMethod.Get, $"webhooks/{webhook}", "webhooks/{id}", $"{webhook}");

    public static Route Execute(Snowflake webhook, string token, Snowflake? thread) =>
        new(
            HttpMethod.Post,
            $"webhooks/{webhook}/{token}?wait=true&with_components=true{In(thread)}",
            "webhooks/{id}/{token}",
            $"{webhook}"
        );

    public static Route WebhookMessage(Snowflake webhook, string token, Snowflake message, Snowflake? thread) =>
        new(
            HttpMethod.Patch,
            $"webhooks/{webhook}/{token}/messages/{message}?with_components=true{In(thread)}",
            "webhooks/{id}/{token}/messages/{id}",
            $"{webhook}"
        );

    private static string In(Snowflake? thread) => thread is { } id ? $"&thread_id={id}" : "";

    /// <param name="interaction">What was asked.</param>
    public static Route Answer(Interaction interaction) =>
        new(
            HttpMethod.Patch,
            $"webhooks/{interaction.ApplicationId}/{interaction.Token}/messages/@original",
            "webhooks/{id}/{token}/messages/{id}",
            interaction.Token
        );
}
