namespace AiNewsBot.Discord;

/// <summary>Kinds of events that a bot subscribes to.</summary>
[Flags]
public enum Intents
{
    /// <summary>Interactions only.</summary>
    None = 0,

    /// <summary>Guilds, their channels and roles coming and going.</summary>
    Guilds = 1,
}
