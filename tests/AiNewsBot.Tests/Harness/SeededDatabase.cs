using AiNewsBot.Answering;
using AiNewsBot.Hosting;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Harness;

/// <summary>
/// A database with the shipped facts, as the bot leaves it after its first start. Made once in a run of the tests: seeding is most of what
/// a start costs, and only the tests of seeding ask about it.
/// </summary>
internal static class SeededDatabase
{
    private static readonly Lazy<Task<byte[]>> Content = new(CreateAsync);

    public static async Task CopyAsync(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, await Content.Value);
    }

    /// <summary>Starts the bot on a database until it has the facts.</summary>
    public static async Task SeedAsync(string connectionString)
    {
        using var folder = new TemporaryFolder();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Discord:Token"] = "no.real.token",
                    ["Storage:ConnectionString"] = connectionString,
                    ["Storage:BackupFolder"] = folder["backups"],
                }
            )
            .Build();
        await using var host = (IAsyncDisposable)
            BotHost.Build(configuration, TimeProvider.System, services => services.AddLogging(logging => logging.ClearProviders()));
        var loading = ((IHost)host).Services.GetServices<IHostedService>().OfType<FactLoadingService>().Single();
        await loading.StartAsync(CancellationToken.None);
    }

    private static async Task<byte[]> CreateAsync()
    {
        using var folder = new TemporaryFolder();
        var text = $"Data Source={folder["facts.db"]}";
        await SeedAsync(text);

        // The last connection that closes writes the log of changes into the file.
        new DatabaseFile(text).CloseUnused();
        return await File.ReadAllBytesAsync(folder["facts.db"]);
    }
}
