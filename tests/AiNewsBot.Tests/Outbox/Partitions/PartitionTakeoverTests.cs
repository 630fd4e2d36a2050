using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Storage.Leases;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Tests.Outbox.Partitions;

/// <summary>When a process takes what another one held or gave back.</summary>
public sealed class PartitionTakeoverTests : IAsyncLifetime
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Timeout = NewsPartitions.MissedBeats * NewsPartitions.HeartbeatInterval;

    private readonly OutboxRig _rig = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Partitions_that_a_process_gave_back_at_its_end_are_taken_at_once_with_the_next_fence()
    {
        var (first, second) = (_rig.CreatePartitions(4), _rig.CreatePartitions(4));
        await first.CheckAsync();
        await first.LeaveAsync();

        await second.CheckAsync();

        Assert.Empty(first.Open);
        Assert.Equal([2L, 2L, 2L, 2L], second.Open.Select(partition => partition.Fence));
    }

    [Fact]
    public async Task Partitions_of_a_process_of_this_machine_that_is_gone_are_taken_at_once()
    {
        // This process once had another start: its number was given away again.
        await _rig.HoldAsync($"{ProcessIdentity.Current with { Start = "1" }} 0123 partitioned");

        await _rig.Partitions.CheckAsync();

        Assert.Equal(6, _rig.Partitions.First!.Fence);
        Assert.Equal(0, await _rig.AskAsync<long>("SELECT COUNT(*) FROM leases WHERE name = 'news-process/0123'"));
    }

    [Fact]
    public async Task Partitions_of_a_holder_that_cannot_be_seen_are_taken_when_it_was_silent_for_fifteen_seconds()
    {
        await _rig.HoldAsync(PartitionSteps.Living);
        await _rig.Partitions.CheckAsync();

        await AssertTakenAfterSilenceAsync();
    }

    [Fact]
    public async Task Each_beat_begins_the_fifteen_seconds_again()
    {
        await _rig.HoldAsync(PartitionSteps.Living);
        await _rig.Partitions.CheckAsync();
        _rig.Time.Advance(Timeout - Poll);
        await _rig.ExecuteAsync("UPDATE leases SET beats = beats + 1 WHERE holder = @Living", new { PartitionSteps.Living });
        await _rig.Partitions.CheckAsync();

        await AssertTakenAfterSilenceAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_that_find_a_partition_free_one_gets_it(bool wasHeld)
    {
        if (wasHeld)
            await _rig.ExecuteAsync("INSERT INTO leases VALUES ('news', NULL, 5, 3)");
        var (fast, interrupted) = (_rig.CreatePartitions(2), new InterruptedDatabase(_rig.Database));
        var slow = new NewsPartitions(interrupted, 2, _rig.Time, NullLogger<NewsPartitions>.Instance);
        interrupted.After = () => fast.CheckAsync();

        await slow.CheckAsync();

        var first = Assert.Single(fast.Open);
        Assert.Equal((0, wasHeld ? 6 : 1), (first.Index, first.Fence));
        Assert.Equal([1], slow.Open.Select(partition => partition.Index));
    }

    [Fact]
    public async Task Beside_a_version_that_does_not_divide_the_news_a_process_holds_nothing()
    {
        var (first, second) = (_rig.CreatePartitions(4), _rig.CreatePartitions(4));
        foreach (var process in (NewsPartitions[])[first, second, first, second])
            await process.CheckAsync();
        var claimed = Assert.Single(second.Open, partition => partition.Index == 2);
        await first.LeaveAsync();

        await _rig.ExecuteAsync("UPDATE leases SET holder = 'another-machine/pid:[1]/17/4711 0123', fence = fence + 1 WHERE name = 'news'");

        Assert.False(await IsHeldAsync(claimed));
        Assert.True((await _rig.ConfirmAsync(second)).IsEmpty);
        await second.CheckAsync();
        Assert.Empty(second.Open);
        _rig.Time.Advance(Timeout);
        await second.CheckAsync();
        Assert.Equal(4, second.Open.Length);
    }

    [Fact]
    public async Task Partitions_of_a_process_that_prepares_for_long_stay_its_own()
    {
        var (first, second) = (_rig.CreatePartitions(4), _rig.CreatePartitions(4));
        var prepared = new TaskCompletionSource();
        var taking = first.CheckAsync(() => prepared.Task);
        for (var i = 0; i <= NewsPartitions.MissedBeats; i++)
        {
            await _rig.Time.PassAsync();
            while (await _rig.AskAsync<long>("SELECT beats FROM leases WHERE name = 'news'") <= i)
                await Task.Yield();
            await second.CheckAsync();
        }

        prepared.SetResult();
        await taking;

        Assert.Empty(second.Open);
        Assert.Equal(4, first.Open.Length);
    }

    private async Task<bool> IsHeldAsync(LeasedPartition partition) =>
        await _rig.AskAsync<long>(
            $"SELECT COUNT(*) FROM (SELECT 1 AS one) AS ones WHERE {NewsPartitions.IsHeldSql()}",
            new { partition.Name, partition.Fence }
        ) == 1;

    private async Task AssertTakenAfterSilenceAsync()
    {
        _rig.Time.Advance(Timeout - Poll);
        await _rig.Partitions.CheckAsync();
        Assert.Null(_rig.Partitions.First);
        _rig.Time.Advance(Poll);
        await _rig.Partitions.CheckAsync();

        Assert.Equal(6, _rig.Partitions.First!.Fence);
    }
}
