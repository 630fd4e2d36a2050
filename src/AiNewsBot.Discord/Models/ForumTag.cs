namespace AiNewsBot.Discord.Models;

/// <summary>A tag that a forum offers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record ForumTag(Snowflake Id, string Name);
