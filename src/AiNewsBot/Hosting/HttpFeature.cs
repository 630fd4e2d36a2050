using AiNewsBot.Configuration;
using AiNewsBot.Hosting.Prometheus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Hosting;

/// <summary>What the bot answers by HTTP: health, metrics, and signed interactions; and the metrics that it sends.</summary>
internal static class HttpFeature
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<HttpSettings>(configuration)
            .AddSingleton<Listener>()
            .AddSingleton<HealthCheck>()
            .AddSingleton<BotStateReader>()
            .AddSingleton<StateMeter>()
            .AddSingleton(provider => new MetricsEndpoint(
                provider.GetRequiredService<HttpSettings>().Metrics ? provider.GetRequiredService<StateMeter>() : null
            ))
            .AddHostedService<HttpServer>()
            .AddHostedService<OtlpService>();
}
