using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Transport.Lean;

/// <summary>Discord, by this project's own client. Another transport would be registered in this one's place.</summary>
public static class DiscordFeature
{
    public static IServiceCollection AddDiscord(this IServiceCollection services) => services.AddSingleton<IChatTransport, LeanTransport>();
}
