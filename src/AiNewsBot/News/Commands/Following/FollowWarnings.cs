using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.News.Commands.Following;

/// <summary>What following will not do, though it was asked for.</summary>
internal static class FollowWarnings
{
    private static readonly string[] OfDigests = ["at", "weekday", "timezone"];

    /// <summary>Whether the bot may mention the role that was asked for, in the channel that was.</summary>
    public static bool MayMention(Request request, ChatChannel channel) =>
        request.Option("mention") is not { } role
        || channel.MentionsAnyRole
        || !request.Roles.TryGetValue(role, out var named)
        || named.IsMentionable;

    /// <summary>A line for each.</summary>
    public static IEnumerable<string> Create(Request request, ChatChannel channel, bool isInstant)
    {
        var where = ("channel", Mentions.Channel(channel.Id));
        if (!MayMention(request, channel))
            yield return request.Texts["follow.no_ping", ("role", Mentions.Role(request.Option("mention")!)), where];
        if (channel.IsArchived)
            yield return request.Texts["follow.archived", where];
        var unused = OfDigests
            .Where(option => request.Option(option) is not null && (isInstant || option == "weekday" && request.Option("when") == "daily"))
            .ToArray();
        if (unused.Length > 0)
            yield return request.Texts[
                isInstant ? "follow.left_out_at_once" : "follow.left_out_daily",
                ("options", string.Join(", ", unused.Select(option => $"`{option}`")))
            ];
    }
}
