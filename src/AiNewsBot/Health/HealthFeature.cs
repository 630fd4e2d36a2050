using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Health;

/// <summary>What those who run the bot watch it by.</summary>
public static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddHostedService<HttpService>();
}
