using System.Collections.Immutable;

namespace AiNewsBot.Discord.Models;

/// <summary>A message that is there: as much of it as tells whose it is, and what became of it.</summary>
public sealed record Message
{
    /// <summary>Its id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The channel that contains it.</summary>
    public Snowflake ChannelId { get; init; }

    /// <summary>Who wrote it.</summary>
    public Snowflake AuthorId { get; init; }

    /// <summary>Its text; empty for those made of components.</summary>
    public string Content { get; init; } = "";

    /// <summary>Ids of its buttons and menus, in order: by one of them a bot knows its own again.</summary>
    public ImmutableArray<string> CustomIds { get; init; } = [];

    /// <summary>Whether it was published to those who follow the channel.</summary>
    public bool IsCrossposted { get; init; }
}
