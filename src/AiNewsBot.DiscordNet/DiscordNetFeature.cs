using AiNewsBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.DiscordNet;

/// <summary>Discord, by Discord.Net.</summary>
internal static class DiscordNetFeature
{
    public static IServiceCollection AddDiscordNet(this IServiceCollection services) =>
        services.AddSingleton<IChatTransport, DiscordNetTransport>();
}
