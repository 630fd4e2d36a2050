namespace AiNewsBot.Discord.Rest;

/// <summary>Codes of Discord's that this client acts upon.</summary>
public static class DiscordCode
{
    /// <summary>The interaction is gone: its three seconds, or its 15 minutes, are over.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>The interaction was answered already.</summary>
    public const int AlreadyAcknowledged = 40060;
}
