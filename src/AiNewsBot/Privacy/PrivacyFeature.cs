using AiNewsBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Privacy;

/// <summary>What is kept of people and servers, and for how long.</summary>
public static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<PersonalData>()
        .AddSingleton<PrivacyCommand>()
        .AddSingleton<Command>(provider => provider.GetRequiredService<PrivacyCommand>())
        .AddSingleton<IActions>(provider => provider.GetRequiredService<PrivacyCommand>())
        .AddHostedService<ServerCare>();
}
