namespace AiNewsBot.Chat;

/// <summary>Kinds of channels, as far as posting depends on them.</summary>
internal enum ChatChannelKind
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
