using AiNewsBot.Chat.Discord;
using AiNewsBot.Cli;

namespace AiNewsBot.DiscordNet;

/// <summary>The bot's program, with Discord.Net to choose.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments)
    {
        DiscordFeature.DiscordNet = DiscordNetFeature.AddDiscordNet;
        return Launcher.RunAsync(arguments);
    }
}
