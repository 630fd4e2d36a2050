namespace AiNewsBot.Discord.Models;

/// <summary>A role that an option names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsMentionable">Whether everybody may mention it; otherwise only those who may mention everyone.</param>
public sealed record ResolvedRole(Snowflake Id, string Name, bool IsMentionable);
