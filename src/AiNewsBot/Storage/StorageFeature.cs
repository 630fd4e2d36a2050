using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Storage;

/// <summary>The database and its backups.</summary>
internal static class StorageFeature
{
    public static IServiceCollection AddStorage(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new Database(provider.GetRequiredService<StorageSettings>().ConnectionString))
            .AddSingleton(provider =>
            {
                var settings = provider.GetRequiredService<StorageSettings>();
                return new Backups(
                    provider.GetRequiredService<Database>(),
                    settings.BackupFolder,
                    settings.BackupsKept,
                    provider.GetRequiredService<TimeProvider>()
                );
            })
            .AddSingleton<DatabaseWriter>()
            .AddSingleton<WriteProbe>()
            .AddSingleton<NewsProgress>()
            .AddSingleton<Migrator>()
            .AddSingleton<FactStore>();
}
