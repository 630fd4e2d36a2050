using AiNewsBot.Configuration;
using AiNewsBot.Storage.Maintenance;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage.Setup;

/// <summary>The database and its backups: which one it is, is decided here and nowhere else in the running bot.</summary>
internal static class StorageFeature
{
    /// <param name="ready">Completes when the database has its schema and facts.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, Task> ready
    ) =>
        services
            .AddSettings<StorageSettings>(configuration)
            .AddSqlite()
            .AddPostgres()
            .AddSingleton(provider => new DatabaseFaultLog(
                () => ready(provider).IsCompletedSuccessfully,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DatabaseFaultLog>>()
            ))
            .AddSingleton<IDatabase>(provider => new FaultLoggingDatabase(
                Choose<IDatabase, SqliteDatabase, PostgresDatabase>(provider),
                provider.GetRequiredService<DatabaseFaultLog>()
            ))
            .AddSingleton(Choose<IDatabasePreparer, SqlitePreparer, PostgresPreparer>)
            .AddSingleton(Choose<IWriteProbe, WriteProbe, PostgresWriteProbe>)
            .AddSingleton<NewsProgress>()
            .AddSingleton<FactStore>()
            .AddSingleton(Choose<IBackups, Backups, PostgresBackups>)
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<DailyBackup>(provider, ready(provider)))
            .AddHostedService(provider => ActivatorUtilities.CreateInstance<WriteProbeService>(provider, ready(provider)));

    private static IServiceCollection AddSqlite(this IServiceCollection services) =>
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
            .AddSingleton<SqliteDatabase>()
            .AddSingleton<SqlitePreparer>()
            .AddSingleton<WriteProbe>()
            .AddSingleton<Migrator>();

    private static IServiceCollection AddPostgres(this IServiceCollection services) =>
        services
            .AddSingleton(provider =>
            {
                var settings = provider.GetRequiredService<StorageSettings>();
                return new PostgresServer(settings.ConnectionString, settings.DirectConnectionString);
            })
            .AddSingleton<PostgresDatabase>()
            .AddSingleton<PostgresPreparer>()
            .AddSingleton<PostgresWriteProbe>()
            .AddSingleton<PostgresMigrator>()
            .AddSingleton(provider =>
            {
                var settings = provider.GetRequiredService<StorageSettings>();
                return new PostgresBackups(
                    provider.GetRequiredService<PostgresServer>(),
                    settings.BackupFolder,
                    settings.BackupsKept,
                    provider.GetRequiredService<TimeProvider>()
                );
            });

    private static TService Choose<TService, TSqlite, TPostgres>(IServiceProvider provider)
        where TService : class
        where TSqlite : class, TService
        where TPostgres : class, TService =>
        provider.GetRequiredService<StorageSettings>().IsPostgres
            ? provider.GetRequiredService<TPostgres>()
            : provider.GetRequiredService<TSqlite>();
}
