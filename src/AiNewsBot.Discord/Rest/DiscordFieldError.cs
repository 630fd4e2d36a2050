namespace AiNewsBot.Discord.Rest;

/// <summary>What Discord finds wrong with one field of a body.</summary>
/// <param name="Path">Where, such as data.components.0.content; empty for the whole.</param>
/// <param name="Code">Such as BASE_TYPE_MAX_LENGTH.</param>
/// <param name="Message">In words.</param>
public sealed record DiscordFieldError(string Path, string Code, string Message);
