using AiNewsBot.Chat.Limits;
using AiNewsBot.Configuration;
using AiNewsBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Answering;

/// <summary>The facts: loaded before anything else starts, held as a snapshot.</summary>
internal static class FactsFeature
{
    public static IServiceCollection AddFacts(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<FactsSettings>(configuration)
            .AddSettings<LimitSettings>(configuration)
            .AddSingleton<SnapshotHolder>()
            .AddSingleton(_ => new ShippedSnapshot())
            .AddSingleton<UserLimits>()
            .AddSingleton<UnansweredQuestionCounter>()
            .AddHostedService(services => services.GetRequiredService<UnansweredQuestionCounter>())
            .AddHostedService<FactLoadingService>()
            .AddSingleton(services =>
                ActivatorUtilities.CreateInstance<DatabaseWatch>(services, services.GetRequiredService<SnapshotHolder>().Loaded)
            )
            .AddHostedService(services => services.GetRequiredService<DatabaseWatch>());
}
