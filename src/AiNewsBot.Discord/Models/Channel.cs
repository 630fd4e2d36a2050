using System.Collections.Immutable;

namespace AiNewsBot.Discord.Models;

/// <summary>A channel or thread: as much of it as decides how to post there.</summary>
public sealed record Channel
{
    /// <summary>Its id; a thread's is that of its first message too in forums.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>What it is.</summary>
    public required ChannelType Type { get; init; }

    /// <summary>The guild; null in direct messages.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The category, or the channel that a thread belongs to.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>Its name; empty in direct messages.</summary>
    public string Name { get; init; } = "";

    /// <summary>The newest message, in forums the newest thread; null in an empty channel.</summary>
    public Snowflake? LastMessageId { get; init; }

    /// <summary>Whether it is a thread that was put away; writing there may open it again.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Whether it is a thread that only moderators may write in.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Who may do what there, beside what roles may in the whole server.</summary>
    public ImmutableArray<PermissionOverwrite> Overwrites { get; init; } = [];

    /// <summary>Whether a forum's posts must carry a tag.</summary>
    public bool RequiresTag { get; init; }

    /// <summary>Whether it is only for those of age.</summary>
    public bool IsAgeRestricted { get; init; }

    /// <summary>Tags that a forum offers.</summary>
    public ImmutableArray<ForumTag> Tags { get; init; } = [];

    /// <summary>Whether posts there are threads of their own.</summary>
    public bool IsForum => Type is ChannelType.Forum or ChannelType.Media;
}
