namespace AiNewsBot.Transport;

/// <summary>What a channel is to whoever posts there.</summary>
public enum ChatChannelKind
{
    /// <summary>Messages, one after the other.</summary>
    Text,

    /// <summary>Messages that other servers can follow.</summary>
    Announcement,

    /// <summary>A thread of messages.</summary>
    Thread,

    /// <summary>Posts, each a thread of its own.</summary>
    Forum,

    /// <summary>Nothing that takes posts of the bot.</summary>
    Other,
}
