using AiNewsBot.Discord.Models;

namespace AiNewsBot.Chat.Discord;

/// <summary>Maps Discord's types of channels.</summary>
internal static class ChannelKinds
{
    public static ChatChannelKind From(ChannelType type) =>
        type switch
        {
            ChannelType.Text or ChannelType.Voice or ChannelType.Direct => ChatChannelKind.Text,
            ChannelType.Announcement => ChatChannelKind.Announcement,
            ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread => ChatChannelKind.Thread,
            ChannelType.Forum or ChannelType.Media => ChatChannelKind.Forum,
            _ => ChatChannelKind.Other,
        };
}
