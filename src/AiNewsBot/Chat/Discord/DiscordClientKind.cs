namespace AiNewsBot.Chat.Discord;

/// <summary>Libraries that speak with Discord.</summary>
internal enum DiscordClientKind
{
    /// <summary>This project's own client.</summary>
    Lean,

    /// <summary>Discord.Net, in a program that is built with it.</summary>
    DiscordNet,
}
