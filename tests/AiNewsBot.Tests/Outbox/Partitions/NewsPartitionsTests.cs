using AiNewsBot.Outbox.Partitions;

namespace AiNewsBot.Tests.Outbox.Partitions;

/// <summary>Processes divide the news: partitions are taken, kept, lost, handed over and given back.</summary>
public sealed class NewsPartitionsTests : IAsyncLifetime
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    private readonly OutboxRig _rig = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public async Task Process_alone_holds_all(int count)
    {
        var alone = _rig.CreatePartitions(count);

        await alone.CheckAsync();

        Assert.Equal(Enumerable.Range(0, count), alone.Open.Select(partition => partition.Index));
        Assert.All(alone.Open, partition => Assert.Equal(1, partition.Fence));
    }

    [Fact]
    public async Task Second_process_takes_half_when_the_first_gave_it_back()
    {
        var (first, second) = (_rig.CreatePartitions(5), _rig.CreatePartitions(5));
        await first.CheckAsync();

        await second.CheckAsync();
        Assert.Empty(second.Open);
        await first.CheckAsync();
        await second.CheckAsync();

        Assert.Equal([0, 1, 2], first.Open.Select(partition => partition.Index));
        Assert.Equal([3, 4], second.Open.Select(partition => partition.Index));
        Assert.All(second.Open, partition => Assert.Equal(2, partition.Fence));
    }

    [Fact]
    public async Task Three_processes_hold_each_partition_once_whatever_the_order_of_their_looks()
    {
        NewsPartitions[] processes = [_rig.CreatePartitions(32), _rig.CreatePartitions(32), _rig.CreatePartitions(32)];
        for (var i = 0; i < 4; i++)
        {
            foreach (var process in processes)
                await process.CheckAsync();
        }

        Assert.Equal([10, 11, 11], processes.Select(process => process.Open.Length).Order());
        Assert.Equal(Enumerable.Range(0, 32), processes.SelectMany(process => process.Open).Select(partition => partition.Index).Order());
    }

    [Fact]
    public async Task Work_on_a_partition_ends_before_another_process_gets_it()
    {
        var (first, second) = (_rig.CreatePartitions(2), _rig.CreatePartitions(2));
        await first.CheckAsync();
        var answer = new TaskCompletionSource();
        var work = first.Open[1].TryStart(_ => answer.Task, Cancelled)!;
        await second.CheckAsync();

        await first.CheckAsync();
        await second.CheckAsync();
        Assert.Empty(second.Open);
        Assert.Equal([0], first.Open.Select(partition => partition.Index));
        answer.SetResult();
        await work;
        await UntilAsync(first, () => !IsHeld(first, 1));
        await second.CheckAsync();

        Assert.Equal([1], second.Open.Select(partition => partition.Index));
    }

    [Fact]
    public async Task Work_that_holds_up_the_handover_for_ten_seconds_is_cancelled()
    {
        var (first, second) = (_rig.CreatePartitions(2), _rig.CreatePartitions(2));
        await first.CheckAsync();
        var work = first.Open[1].TryStart(end => Task.Delay(Timeout.Infinite, end), Cancelled)!;
        await second.CheckAsync();
        await first.CheckAsync();

        _rig.Time.Advance(TimeSpan.FromSeconds(9));
        await first.CheckAsync();
        Assert.False(work.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromSeconds(1));
        await first.CheckAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Closed_partition_starts_no_work_and_makes_no_claim()
    {
        var (first, second) = (_rig.CreatePartitions(2), _rig.CreatePartitions(2));
        await first.CheckAsync();
        var last = first.Open[1];
        using var stop = new CancellationTokenSource();
        var work = last.TryStart(end => Task.Delay(Timeout.Infinite, end), stop.Token)!;
        await second.CheckAsync();

        await first.CheckAsync();

        Assert.Null(last.TryStart(_ => Task.CompletedTask, Cancelled));
        Assert.False(first.SetOf(first.Open).HasFeed(1));
        Assert.Null(first.ForFeed(1));
        Assert.True((await _rig.ConfirmAsync(first)).HasFeed(1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Process_that_holds_all_beats_each_five_seconds()
    {
        using var stop = new CancellationTokenSource();
        var running = _rig.Partitions.RunAsync(() => Task.CompletedTask, stop.Token);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(NewsPartitions.HeartbeatInterval, await _rig.Time.NextWaitAsync());
            _rig.Time.Advance(NewsPartitions.HeartbeatInterval);
        }

        await _rig.Time.NextWaitAsync();
        Assert.Equal(2, await _rig.AskAsync<long>("SELECT beats FROM leases WHERE name = 'news'"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.NotNull(_rig.Partitions.First);
    }

    [Fact]
    public async Task Process_that_waits_looks_each_half_second_and_stops_with_the_bot()
    {
        await _rig.HoldAsync(PartitionSteps.Living);
        using var stop = new CancellationTokenSource();
        var running = _rig.Partitions.RunAsync(() => Task.CompletedTask, stop.Token);

        Assert.Equal(Poll, await _rig.Time.NextWaitAsync());
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Null(_rig.Partitions.First);
    }

    [Theory]
    [InlineData("UPDATE leases SET fence = fence + 1 WHERE name = 'news'")]
    [InlineData("UPDATE leases SET holder = 'another partitioned' WHERE name = 'news'")]
    [InlineData("UPDATE leases SET holder = 'another' WHERE name = 'news'")]
    [InlineData("DELETE FROM leases WHERE name = 'news'")]
    public async Task Partition_that_another_process_took_is_lost_and_its_work_ends(string taken)
    {
        await _rig.Partitions.CheckAsync();
        var work = _rig.Partitions.First!.TryStart(end => Task.Delay(Timeout.Infinite, end), Cancelled)!;
        await _rig.ExecuteAsync(taken);

        Assert.False((await _rig.ConfirmAsync(_rig.Partitions)).HasFeed(1));
        await _rig.HoldAsync(PartitionSteps.Living);
        await _rig.Partitions.CheckAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Empty(_rig.Partitions.Open);
        Assert.Contains(_rig.Log.Entries, entry => entry.Message == "Lost 1 news partitions to another process; holding 0 of 1");
    }

    [Fact]
    public async Task Partition_that_is_lost_is_not_given_back_for_its_new_holder()
    {
        await _rig.Partitions.CheckAsync();
        await _rig.HoldAsync(PartitionSteps.Living);

        await _rig.Partitions.LeaveAsync();

        Assert.Equal(PartitionSteps.Living, await _rig.AskAsync<string>("SELECT holder FROM leases WHERE name = 'news'"));
    }

    [Fact]
    public async Task Holder_of_the_first_partition_prepares_before_the_news_begins()
    {
        var first = _rig.CreatePartitions(4);
        var open = -1;

        await first.CheckAsync(() =>
        {
            open = first.Open.Length;
            return Task.CompletedTask;
        });

        Assert.Equal((0, 4), (open, first.Open.Length));
    }

    [Fact]
    public async Task Leases_of_a_process_whose_preparation_failed_are_its_own_to_take_again()
    {
        var first = _rig.CreatePartitions(4);
        await Assert.ThrowsAsync<InvalidOperationException>(() => first.CheckAsync(() => throw new InvalidOperationException("a bug")));

        await first.CheckAsync();

        Assert.Equal([2L, 2L, 2L, 2L], first.Open.Select(partition => partition.Fence));
    }

    private static bool IsHeld(NewsPartitions process, int partition) =>
        process.Open.Any(one => one.Index == partition) || process.ForFeed(partition) is not null;

    // A task that completed is taken out of the running ones a moment later.
    private async Task UntilAsync(NewsPartitions process, Func<bool> condition)
    {
        while (!condition() || await _rig.AskAsync<string>("SELECT holder FROM leases WHERE name = 'news/1'") is not null)
        {
            await process.CheckAsync();
            await Task.Yield();
        }
    }
}
