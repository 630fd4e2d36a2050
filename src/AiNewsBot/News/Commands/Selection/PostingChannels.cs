using AiNewsBot.Chat;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Channels that an option names, before anything is to be posted there.</summary>
internal static class PostingChannels
{
    /// <summary>Why the bot cannot post there; null when it can.</summary>
    public static Refusal? GetError(Request request, string option)
    {
        if (request.Option(option) is not { } id || !request.Channels.TryGetValue(id, out var channel))
            return new Refusal(RefusalCode.ChannelMissing);
        if (channel.Kind == ChatChannelKind.Other)
            return new Refusal(RefusalCode.ChannelNoPosts, channel.Name);
        if (channel.IsLocked)
            return new Refusal(RefusalCode.ChannelLocked, channel.Name);
        return channel.Missing.IsEmpty
            ? null
            : new Refusal(RefusalCode.ChannelNotPostable, channel.Name, string.Join(", ", channel.Missing));
    }
}
