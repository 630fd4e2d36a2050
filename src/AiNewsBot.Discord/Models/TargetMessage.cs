using System.Collections.Immutable;

namespace AiNewsBot.Discord.Models;

/// <summary>The message that a message command was run on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Content">Its text.</param>
/// <param name="AuthorId">Who wrote it.</param>
public sealed record TargetMessage(Snowflake Id, string Content, Snowflake AuthorId)
{
    /// <summary>Its own text first, then those of its embeds and of the messages that it forwards; none is empty.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];
}
