namespace AiNewsBot.Discord.Models;

/// <summary>A file that an option names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Where it lies for some hours.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="ContentType">Its media type; null where Discord does not know.</param>
public sealed record ResolvedAttachment(Snowflake Id, string Name, Uri Url, long Size, string? ContentType);
