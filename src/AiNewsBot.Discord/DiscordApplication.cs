namespace AiNewsBot.Discord;

/// <summary>The bot's application.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="PublicKey">The key by which Discord signs HTTP interactions, 64 hexadecimal digits.</param>
public sealed record DiscordApplication(Snowflake Id, string Name, string PublicKey);
