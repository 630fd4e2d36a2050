using System.Globalization;

namespace AiNewsBot.Tests.Harness;

/// <summary>A PostgreSQL server for the tests of a class, which may stop and change it, with a seeded database for each of them.</summary>
public sealed class OwnCluster : IAsyncLifetime
{
    private const string Template = "seeded";

    private PostgresCluster? _cluster;
    private int _count;

    internal PostgresCluster Server => _cluster ?? throw new InvalidOperationException(PostgresCluster.Absent);

    public async ValueTask InitializeAsync()
    {
        if (!PostgresCluster.IsInstalled)
            return;
        _cluster = await PostgresCluster.StartAsync();
        await _cluster.ExecuteAsync($"CREATE DATABASE {Template}");
        await SeededDatabase.SeedAsync($"{_cluster[Template]};Pooling=False");
    }

    /// <summary>Makes a database with the shipped facts: its connection string.</summary>
    internal async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"own_{Interlocked.Increment(ref _count)}");
        await Server.CopyAsync(Template, name);
        return Server[name];
    }

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
