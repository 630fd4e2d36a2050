using AiNewsBot.Chat;

namespace AiNewsBot.News.Commands;

/// <summary>Channels that an option names, before anything is to be posted there.</summary>
internal static class PostingChannels
{
    /// <summary>Why the bot cannot post there; null when it can.</summary>
    public static string? GetError(Request request, string option)
    {
        if (request.Option(option) is not { } id || !request.Channels.TryGetValue(id, out var channel))
            return "Choose a channel of this server.";
        if (channel.Kind == ChatChannelKind.Other)
            return $"{channel.Name} takes no posts: choose a text or announcement channel, a thread or a forum.";
        if (channel.IsLocked)
            return $"{channel.Name} is locked, and takes no posts of the bot: unlock it, or choose another channel. Nothing was changed.";
        return channel.Missing.IsEmpty
            ? null
            : $"The bot may not post in {channel.Name}. It lacks there: {string.Join(", ", channel.Missing)}.";
    }
}
