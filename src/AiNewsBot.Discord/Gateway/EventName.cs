namespace AiNewsBot.Discord.Gateway;

/// <summary>The events that this client reads.</summary>
internal static class EventName
{
    public const string Ready = "READY";
    public const string Resumed = "RESUMED";
    public const string GuildCreate = "GUILD_CREATE";
    public const string GuildUpdate = "GUILD_UPDATE";
    public const string GuildDelete = "GUILD_DELETE";

    /// <summary>Stands for each event of a channel, thread or role, or of the bot's own
    /// membership: of all these only the guild is read.</summary>
    public const string PartOfGuild = "CHANNEL_UPDATE";
    public const string InteractionCreate = "INTERACTION_CREATE";
}
