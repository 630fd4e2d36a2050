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
        if (!MayMention(request, channel))
            yield return $"It pings no role: {Mentions.Role(request.Option("mention")!)} does not let itself be mentioned, and the "
                + $"bot lacks Mention Everyone in {Mentions.Channel(channel.Id)}. Allow one of them, and follow again.";
        if (channel.IsArchived)
            yield return $"{Mentions.Channel(channel.Id)} is archived: the first post opens it again.";
        var unused = OfDigests
            .Where(option => request.Option(option) is not null && (isInstant || option == "weekday" && request.Option("when") == "daily"))
            .ToArray();
        if (unused.Length > 0)
            yield return $"{string.Join(", ", unused.Select(option => $"`{option}`"))}: left out, since "
                + $"{(isInstant ? "posts that come at once have no hour" : "a daily digest comes on each day")}.";
    }
}
