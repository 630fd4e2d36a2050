using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>A channel that an option or a form names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Missing">What the bot may not do there, though it must to post: permissions
/// by their names in the chat. Empty when nothing is missing.</param>
internal sealed record ChatChannel(string Id, string Name, ChatChannelKind Kind, ImmutableArray<string> Missing)
{
    /// <summary>Whether it is a thread that was closed for want of messages; a post opens it again.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether it is a thread that takes no posts of the bot until it is unlocked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the bot may mention every role there, also those that do not let themselves be mentioned.</summary>
    public bool MentionsAnyRole { get; init; } = true;
}
