namespace AiNewsBot.Discord.Models;

/// <summary>Where an interaction happened; the numbers are the protocol's contexts.</summary>
public enum InteractionPlace
{
    /// <summary>In a server.</summary>
    Guild = 0,

    /// <summary>In the direct messages with the bot.</summary>
    BotDirect = 1,

    /// <summary>In direct messages of others, where the user's own account has the bot.</summary>
    Private = 2,
}
