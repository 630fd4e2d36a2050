using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Hosting;

/// <summary>What the bot answers by HTTP: health, and signed interactions.</summary>
internal static class HttpFeature
{
    public static IServiceCollection AddWeb(this IServiceCollection services) =>
        services.AddSingleton<Listener>().AddSingleton<HealthCheck>().AddHostedService<HttpServer>();
}
