using AiNewsBot.Outbox.Partitions;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Tests.Outbox.Partitions;

/// <summary>What processes do with the partitions of one database.</summary>
internal static class PartitionSteps
{
    /// <summary>The holder of a process of another machine.</summary>
    public const string Living = "another-machine/pid:[1]/17/4711 0123 partitioned";

    /// <summary>A process that divides the news with others.</summary>
    public static NewsPartitions CreatePartitions(this OutboxRig rig, int count) =>
        new(rig.Database, count, rig.Time, NullLogger<NewsPartitions>.Instance);

    public static Task<PartitionSet> ConfirmAsync(this OutboxRig rig, NewsPartitions process) =>
        rig.Database.ReadAsync(process.ConfirmAsync, TestContext.Current.CancellationToken);

    /// <summary>Takes the first partition, as a process of another machine would.</summary>
    public static async Task HoldAsync(this OutboxRig rig, string holder)
    {
        await rig.ExecuteAsync(
            "INSERT INTO leases (name, holder, fence, beats) VALUES ('news', @holder, 5, 3) ON CONFLICT (name) DO UPDATE SET "
                + "holder = excluded.holder, fence = 5, beats = 3",
            new { holder }
        );
        await rig.ExecuteAsync(
            "INSERT INTO leases (name, holder, fence, beats) VALUES ('news-process/0123', @holder, 1, 3) ON CONFLICT DO NOTHING",
            new { holder }
        );
    }
}
