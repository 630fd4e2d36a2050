namespace AiNewsBot.Chat.Posting;

/// <summary>What came of a request to post, edit or publish.</summary>
internal enum PostResult
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>The channel or its server is gone.</summary>
    ChannelGone,

    /// <summary>The webhook that it was to be posted by is gone, or is no longer the bot's to use: nothing was sent.</summary>
    WebhookGone,

    /// <summary>The message is gone.</summary>
    MessageGone,

    /// <summary>The bot may not.</summary>
    Forbidden,

    /// <summary>The thread is archived and could not be opened again.</summary>
    Archived,

    /// <summary>The thread is locked.</summary>
    Locked,

    /// <summary>The forum demands a tag, or has none of this name.</summary>
    NeedsTag,

    /// <summary>The channel is of a kind that takes no posts.</summary>
    WrongKind,

    /// <summary>The person takes no direct messages of the bot.</summary>
    DirectClosed,

    /// <summary>The server's own filters refuse the text.</summary>
    Filtered,

    /// <summary>The chat finds the message itself wrong: a bug or an unforeseen text.</summary>
    Malformed,

    /// <summary>Not now: limits, or a bad moment of the chat. It took no effect.</summary>
    Busy,

    /// <summary>No answer came, or one that does not say: it may have taken effect.</summary>
    Unclear,

    /// <summary>The bot's token is bad: nothing will work.</summary>
    Refused,
}
