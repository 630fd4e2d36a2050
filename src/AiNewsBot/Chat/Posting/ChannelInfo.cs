using System.Collections.Immutable;

namespace AiNewsBot.Chat.Posting;

/// <summary>A channel, as far as posting there depends on it.</summary>
/// <param name="Server">Its server; null for direct messages.</param>
/// <param name="LastMessage">The newest message there, in a forum the newest thread; null in an empty channel.</param>
internal sealed record ChannelInfo(string Id, ChatChannelKind Kind, string Name, string? Server, string? LastMessage)
{
    /// <summary>Whether a forum's posts must carry a tag. Known only of a channel that was just asked for, as tags are.</summary>
    public bool RequiresTag { get; init; }

    /// <summary>Whether it is only for those of age.</summary>
    public bool IsAgeRestricted { get; init; }

    /// <summary>Tags that a forum offers: name and id.</summary>
    public ImmutableArray<OptionChoice> Tags { get; init; } = [];

    /// <summary>The tag of this name or id; null where the forum has none such.</summary>
    public OptionChoice? FindTag(string text) =>
        Tags.FirstOrDefault(tag => tag.Value == text || tag.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
}
