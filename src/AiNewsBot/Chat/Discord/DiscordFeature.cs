using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Chat.Discord;

/// <summary>Discord, by this project's own client. Another transport would be registered in this one's place.</summary>
internal static class DiscordFeature
{
    public static IServiceCollection AddDiscord(this IServiceCollection services) =>
        services
            .AddSingleton(provider => OptionsOf(provider.GetRequiredService<DiscordSettings>()))
            .AddSingleton(provider => new DiscordRest(
                provider.GetRequiredService<DiscordOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DiscordRest>>()
            ))
            .AddSingleton<IChannelPoster, DiscordChannelPoster>()
            .AddSingleton<IChatFiles, DiscordFiles>()
            .AddSingleton<IChatTransport, DiscordTransport>();

    private static DiscordOptions OptionsOf(DiscordSettings settings) =>
        new()
        {
            Token = settings.Token!,
            ApiBaseUrl = new Uri(settings.ApiBaseUrl),
            ShardCount = settings.Shards,
            Presence = "/ask is grok open source",
        };
}
