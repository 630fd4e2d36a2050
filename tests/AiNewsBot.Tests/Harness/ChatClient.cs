using AiNewsBot.Chat.Discord;

namespace AiNewsBot.Tests.Harness;

/// <summary>The library by which running bots speak with Discord: this project's own, or Discord.Net where a variable says so and the tests
/// are built with it.</summary>
internal static class ChatClient
{
    private const string Variable = "AINEWSBOT_CLIENT";

    static ChatClient()
    {
#if DISCORDNET
        DiscordFeature.DiscordNet = DiscordNet.DiscordNetFeature.AddDiscordNet;
#endif
    }

    public static bool IsLean => Name == nameof(DiscordClientKind.Lean);

    /// <summary>As the setting says it.</summary>
    public static string Name { get; } =
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } client ? client : nameof(DiscordClientKind.Lean);
}
