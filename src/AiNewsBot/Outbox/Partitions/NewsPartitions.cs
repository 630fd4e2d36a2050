using System.Data.Common;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Leases;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Partitions;

/// <summary>
/// Which of the feeds and channels are this process's. The holder of the first partition also does what is done once for all.
/// </summary>
internal sealed class NewsPartitions(IDatabase database, int count, TimeProvider time, ILogger<NewsPartitions> logger)
    : LeasedPartitions(database, Group, "news partitions", count, HeartbeatInterval, TimeSpan.FromSeconds(10), time, logger)
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);

    /// <summary>How many there are where processes share a server. More processes than that would have nothing to do.</summary>
    public const int Divided = 32;

    /// <summary>The name of the first partition's lease, and of that on all the news where it is not divided.</summary>
    public const string Group = "news";

    /// <summary>The condition that the process with the fence <c>@Fence</c> still holds the partition <c>@Name</c>.</summary>
    /// <param name="lease">What keeps the lease as it is until all is written, outside of transactions that come one at a time.</param>
    public static string IsHeldSql(string lease = "") =>
        $"EXISTS (SELECT 1 FROM leases WHERE name = @Name AND fence = @Fence {lease}) AND {IsDividedSql}";

    private const string IsDividedSql =
        $"NOT EXISTS (SELECT 1 FROM leases WHERE name = '{Group}' AND holder NOT LIKE '%{LeaseHolder.DividesSuffix}')";

    public LeasedPartition? ForFeed(long id) => Find(PartitionSet.OfFeed(id, Count));

    public LeasedPartition? ForChannel(string id) => Find(PartitionSet.OfChannel(id, Count));

    public PartitionSet SetOf(IEnumerable<LeasedPartition> partitions) =>
        partitions.Aggregate(new PartitionSet(0, Count), (set, partition) => set.With(partition.Index));

    /// <summary>What this process holds as the database has it, within the caller's transaction: what it read for a partition that it has
    /// lost is void.</summary>
    public async Task<PartitionSet> ConfirmAsync(DbConnection connection)
    {
        var rows = await connection.QueryAsync<Lease>(
            $"SELECT {Columns} FROM leases WHERE holder = @Holder AND {IsDividedSql}",
            new { Holder }
        );
        var fences = rows.ToDictionary(row => row.Name, row => row.Fence);
        return SetOf(Open.Concat(Closing).Where(partition => fences.GetValueOrDefault(partition.Name) == partition.Fence));
    }
}
