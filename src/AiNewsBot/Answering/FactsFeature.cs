using AiNewsBot.Limits;
using AiNewsBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Answering;

/// <summary>The facts: loaded before anything else starts, held as a snapshot.</summary>
public static class FactsFeature
{
    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddSingleton<SnapshotHolder>()
        .AddSingleton<UserLimits>()
        .AddSingleton<UnansweredQuestions>().AddHostedService(services => services.GetRequiredService<UnansweredQuestions>())
        .AddHostedService<FactLoader>()
        .AddHostedService(services => ActivatorUtilities.CreateInstance<DailyBackup>(services, services.GetRequiredService<SnapshotHolder>().Loaded))
        .AddHostedService(services => ActivatorUtilities.CreateInstance<WriteWatch>(services, services.GetRequiredService<SnapshotHolder>().Loaded));
}
