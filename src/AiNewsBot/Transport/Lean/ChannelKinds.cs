using AiNewsBot.Discord.Channels;

namespace AiNewsBot.Transport.Lean;

/// <summary>What Discord's types of channels are to whoever posts there.</summary>
internal static class ChannelKinds
{
    public static ChatChannelKind Of(ChannelType type) => type switch
    {
        ChannelType.Text or ChannelType.Voice or ChannelType.Direct => ChatChannelKind.Text,
        ChannelType.Announcement => ChatChannelKind.Announcement,
        ChannelType.PublicThread or ChannelType.PrivateThread or ChannelType.AnnouncementThread => ChatChannelKind.Thread,
        ChannelType.Forum or ChannelType.Media => ChatChannelKind.Forum,
        _ => ChatChannelKind.Other,
    };
}
