using System.Globalization;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Tests.Harness;

/// <summary>
/// A database for a test: SQLite's, or with AINEWSBOT_TEST_DATABASE=postgres one of PostgreSQL's, made from a template. It goes with the
/// test's folder.
/// </summary>
internal static class TestDatabase
{
    private static readonly Lazy<Task<string>> EmptyTemplate = new(() => CreateTemplateAsync("template_empty", MigrateAsync));
    private static readonly Lazy<Task<string>> SeededTemplate = new(() => CreateTemplateAsync("template_seeded", SeededDatabase.SeedAsync));
    private static int _count;

    public static bool IsPostgres => Environment.GetEnvironmentVariable("AINEWSBOT_TEST_DATABASE") == "postgres";

    /// <summary>One of today's schema without a row, ready to be read and written.</summary>
    public static IDatabase OpenEmpty(TemporaryFolder folder) =>
        IsPostgres ? OpenPostgres(Task.Run(() => CreateEmptyPostgresAsync(folder)).GetAwaiter().GetResult()) : EmptyDatabase.Open(folder);

    /// <summary>The connection string of one with the shipped facts.</summary>
    public static async Task<string> CreateSeededAsync(TemporaryFolder folder)
    {
        if (IsPostgres)
            return await CreateSeededPostgresAsync(folder);
        await SeededDatabase.CopyAsync(folder["facts.db"]);
        return $"Data Source={folder["facts.db"]}";
    }

    /// <summary>The connection string of one that is not there yet, or holds nothing.</summary>
    public static async Task<string> CreateBareAsync(TemporaryFolder folder) =>
        IsPostgres ? await CreateBarePostgresAsync(folder) : $"Data Source={folder["facts.db"]}";

    /// <summary>PostgreSQL's, of today's schema without a row.</summary>
    public static async Task<string> CreateEmptyPostgresAsync(TemporaryFolder folder) => await CopyAsync(folder, await EmptyTemplate.Value);

    /// <summary>PostgreSQL's, with the shipped facts.</summary>
    public static async Task<string> CreateSeededPostgresAsync(TemporaryFolder folder) =>
        await CopyAsync(folder, await SeededTemplate.Value);

    /// <summary>PostgreSQL's, without a table.</summary>
    public static Task<string> CreateBarePostgresAsync(TemporaryFolder folder) => CopyAsync(folder, "template0");

    /// <summary>Makes a bot find a backup of today, so that its start is not spent on one, which reads every row.</summary>
    public static Task PretendBackupAsync(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["backups"]);
        return File.WriteAllTextAsync(
            Path.Combine(folder["backups"], BackupName.For(TimeProvider.System.GetUtcNow(), BackupName.Daily).ToString()),
            ""
        );
    }

    /// <summary>Opens one for as long as the test has it.</summary>
    public static IDatabase OpenPostgres(string connectionString)
    {
        var server = new PostgresServer(connectionString);
        return new OwningDatabase(new PostgresDatabase(server), server);
    }

    private static async Task<string> CopyAsync(TemporaryFolder folder, string template)
    {
        var cluster = await PostgresCluster.SharedAsync();
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _count)}");
        await cluster.CopyAsync(template, name);
        folder.Disposing += () => Task.Run(() => cluster.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)")).GetAwaiter().GetResult();
        return cluster[name];
    }

    private static async Task<string> CreateTemplateAsync(string name, Func<string, Task> fill)
    {
        var cluster = await PostgresCluster.SharedAsync();
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        await fill(cluster[name]);
        await cluster.ExecuteAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
        );
        return name;
    }

    private static async Task MigrateAsync(string connectionString)
    {
        using var server = new PostgresServer(connectionString);
        await new PostgresMigrator(server).MigrateAsync();
    }
}
