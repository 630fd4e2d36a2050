using System.Collections.Immutable;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Chat.Discord;

/// <summary>Discord's permissions that matter to the bot, as bits.</summary>
internal static class DiscordPermissions
{
    public const ulong Administrator = 1UL << 3;
    public const ulong ManageServer = 1UL << 5;
    private const ulong ViewChannel = 1UL << 10;
    private const ulong SendMessages = 1UL << 11;
    public const ulong ReadMessageHistory = 1UL << 16;
    public const string ManageWebhooksName = "Manage Webhooks";
    private const ulong ManageMessages = 1UL << 13;
    private const ulong ManageWebhooks = 1UL << 29;
    private const ulong MentionEveryone = 1UL << 17;
    private const ulong ManageThreads = 1UL << 34;
    private const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>Whether all of a bit set's bits are there. Administrators may all.</summary>
    public static bool Has(ulong permissions, ulong wanted) =>
        (permissions & (wanted | Administrator)) is var held && ((held & Administrator) != 0 || held == wanted);

    /// <summary>Whether the bot may mention roles that do not let themselves be mentioned; true where Discord does not say.</summary>
    public static bool MentionsAnyRole(ulong? permissions) => permissions is not { } held || Has(held, MentionEveryone);

    /// <summary>Whether the bot may write in locked threads.</summary>
    public static bool OpensThreads(ulong? permissions) => permissions is { } held && Has(held, ManageThreads);

    /// <summary>What the bot lacks in a channel of this type to post by a webhook: what is not its own message it may publish only as one
    /// who manages messages.</summary>
    public static IEnumerable<string> MissingForWebhook(ChannelType type, ulong permissions)
    {
        if (!Has(permissions, ManageWebhooks))
            yield return ManageWebhooksName;
        if (type == ChannelType.Announcement && !Has(permissions, ManageMessages))
            yield return "Manage Messages";
    }

    /// <summary>What the bot lacks in a channel of this type to post there and to find its posts again; nothing where Discord does not say
    /// what it may.</summary>
    public static ImmutableArray<string> MissingToPost(ChannelType type, ulong? permissions)
    {
        if (permissions is not { } held)
            return [];
        var send = type is ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread
            ? (SendMessagesInThreads, "Send Messages in Threads")
            : (SendMessages, type is ChannelType.Forum or ChannelType.Media ? "Create Posts" : "Send Messages");
        return
        [
            .. new[] { (ViewChannel, "View Channel"), send, (ReadMessageHistory, "Read Message History") }
                .Where(wanted => !Has(held, wanted.Item1))
                .Select(wanted => wanted.Item2),
        ];
    }
}
