using System.Globalization;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Storage.Leases;
using AiNewsBot.Storage.Postgres;
using AiNewsBot.Tests.Harness;
using Dapper;
using Npgsql;

namespace AiNewsBot.Kill.Tests;

/// <summary>Which process has which channels and feeds, as the database says.</summary>
internal sealed class PartitionOwners(PostgresCluster cluster)
{
    /// <summary>The process that posts in a channel; 0 where there is none.</summary>
    public Task<int> FindAsync(string channel) => FindAsync(PartitionSet.OfChannel(channel, NewsPartitions.Divided));

    /// <summary>The process that reads a feed.</summary>
    public async Task<int> FindReaderAsync(string url)
    {
        await using var connection = Open();
        var feed = await connection.ExecuteScalarAsync<long>("SELECT id FROM feeds WHERE url = @url", new { url });
        return await FindAsync(PartitionSet.OfFeed(feed, NewsPartitions.Divided));
    }

    /// <summary>The process that holds a partition.</summary>
    public async Task<int> FindAsync(int partition)
    {
        await using var connection = Open();
        var holder = await connection.ExecuteScalarAsync<string?>(
            "SELECT holder FROM leases WHERE name = @name",
            new { name = Lease.NameOf(NewsPartitions.Group, partition) }
        );
        return holder is null ? 0 : int.Parse(holder.Split(' ')[0].Split('/')[2], CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the process has no partition.</summary>
    public async Task<bool> HasNoneAsync(int process) => await CountAsync(process) == 0;

    /// <summary>How many partitions the process has.</summary>
    public async Task<int> CountAsync(int process)
    {
        await using var connection = Open();
        var holders = await connection.QueryAsync<string>("SELECT holder FROM leases WHERE holder IS NOT NULL AND name NOT LIKE 'news-%'");
        var mark = string.Create(CultureInfo.InvariantCulture, $"/{process}/");
        return holders.Count(holder => holder.Contains(mark, StringComparison.Ordinal));
    }

    /// <summary>Whether no process is within a transaction that writes.</summary>
    public async Task<bool> IsNotWritingAsync()
    {
        await using var connection = Open();
        return await connection.ExecuteScalarAsync<bool>($"SELECT pg_try_advisory_lock({PostgresServer.WriteLock})");
    }

    private NpgsqlConnection Open() => new($"{cluster[KillSetup.Database]};Pooling=False");
}
