using AiNewsBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Servers.Privacy;

/// <summary>What is kept of people and servers, and for how long.</summary>
internal static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) =>
        services
            .AddSingleton<PersonalData>()
            .AddSingleton<PrivacyCommand>()
            .AddSingleton<Command>(provider => provider.GetRequiredService<PrivacyCommand>())
            .AddSingleton<IComponentHandler>(provider => provider.GetRequiredService<PrivacyCommand>())
            .AddHostedService<ServerRetentionJob>();
}
