namespace AiNewsBot.Discord.Gateway;

/// <summary>The events that this client reads.</summary>
internal static class EventName
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";
    public const string GuildCreate = "GUILD_CREATE";
    public const string GuildDelete = "GUILD_DELETE";
    public const string InteractionCreate = "INTERACTION_CREATE";
}
