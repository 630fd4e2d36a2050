using AiNewsBot.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Storage.Setup;

/// <summary>The database and its backups.</summary>
internal static class StorageFeature
{
    /// <param name="ready">Completes when the database has its schema and facts.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, Func<IServiceProvider, Task> ready) =>
        services
            .AddSingleton(provider => new DatabaseFile(provider.GetRequiredService<StorageSettings>().ConnectionString))
            .AddSingleton(provider =>
            {
                var settings = provider.GetRequiredService<StorageSettings>();
                return new Backups(
                    provider.GetRequiredService<DatabaseFile>(),
                    settings.BackupFolder,
                    settings.BackupsKept,
                    provider.GetRequiredService<TimeProvider>()
                );
            })
            .AddSingleton<IDatabase, SqliteDatabase>()
            .AddSingleton<IDatabasePreparer, SqlitePreparer>()
            .AddSingleton<WriteProbe>()
            .AddSingleton<NewsProgress>()
            .AddSingleton<Migrator>()
            .AddSingleton<FactStore>()
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<DailyBackup>(provider, ready(provider)))
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<WriteProbeService>(provider, ready(provider)));
}
