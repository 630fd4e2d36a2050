using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.DiscordNet;

/// <summary>Discord, by Discord.Net.</summary>
internal static class DiscordNetFeature
{
    public static IServiceCollection AddDiscordNet(this IServiceCollection services) =>
        services.AddSingleton<IChannelPoster, RefusingPoster>().AddSingleton<IChatTransport, DiscordNetTransport>();
}
