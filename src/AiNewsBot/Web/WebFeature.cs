using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Web;

/// <summary>What the bot answers by HTTP: health, and signed interactions.</summary>
public static class WebFeature
{
    public static IServiceCollection AddWeb(this IServiceCollection services) => services
        .AddSingleton<Listener>()
        .AddSingleton<HealthCheck>()
        .AddHostedService<HttpService>();
}
