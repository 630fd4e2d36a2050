using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Storage.Leases;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Tests.Outbox.Partitions;

/// <summary>Processes divide the news: partitions are taken, kept, lost, handed over and given back.</summary>
public sealed class NewsPartitionsTests : IAsyncLifetime
{
    private const string Living = "another-machine/pid:[1]/17/4711 0123 partitioned";
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
        var alone = Create(count);

        await alone.CheckAsync();

        Assert.Equal(Enumerable.Range(0, count), alone.Open.Select(partition => partition.Index));
        Assert.All(alone.Open, partition => Assert.Equal(1, partition.Fence));
    }

    [Fact]
    public async Task Second_process_takes_half_when_the_first_gave_it_back()
    {
        var (first, second) = (Create(5), Create(5));
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
        NewsPartitions[] processes = [Create(32), Create(32), Create(32)];
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
        var (first, second) = (Create(2), Create(2));
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
        var (first, second) = (Create(2), Create(2));
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
        var (first, second) = (Create(2), Create(2));
        await first.CheckAsync();
        var last = first.Open[1];
        using var stop = new CancellationTokenSource();
        var work = last.TryStart(end => Task.Delay(Timeout.Infinite, end), stop.Token)!;
        await second.CheckAsync();

        await first.CheckAsync();

        Assert.Null(last.TryStart(_ => Task.CompletedTask, Cancelled));
        Assert.False(first.SetOf(first.Open).HasFeed(1));
        Assert.Null(first.ForFeed(1));
        Assert.True((await ConfirmAsync(first)).HasFeed(1));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task Partitions_that_a_process_gave_back_at_its_end_are_taken_at_once_with_the_next_fence()
    {
        var (first, second) = (Create(4), Create(4));
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
        await HoldAsync($"{ProcessIdentity.Current with { Start = "1" }} 0123 partitioned");

        await _rig.Partitions.CheckAsync();

        Assert.Equal(6, _rig.Partitions.First!.Fence);
        Assert.Equal(0, await _rig.AskAsync<long>("SELECT COUNT(*) FROM leases WHERE name = 'news-process/0123'"));
    }

    [Fact]
    public async Task Partitions_of_a_holder_that_cannot_be_seen_are_taken_when_it_was_silent_for_fifteen_seconds()
    {
        await HoldAsync(Living);
        await _rig.Partitions.CheckAsync();

        await AssertTakenAfterSilenceAsync();
    }

    [Fact]
    public async Task Each_beat_begins_the_fifteen_seconds_again()
    {
        await HoldAsync(Living);
        await _rig.Partitions.CheckAsync();
        _rig.Time.Advance(LeaseObserver.Timeout - Poll);
        await _rig.ExecuteAsync("UPDATE leases SET beats = beats + 1 WHERE holder = @Living", new { Living });
        await _rig.Partitions.CheckAsync();

        await AssertTakenAfterSilenceAsync();
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
        await HoldAsync(Living);
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

        Assert.False((await ConfirmAsync(_rig.Partitions)).HasFeed(1));
        await HoldAsync(Living);
        await _rig.Partitions.CheckAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Empty(_rig.Partitions.Open);
        Assert.Contains(_rig.Log.Entries, entry => entry.Message == "Lost 1 news partitions to another process; holding 0 of 1");
    }

    [Fact]
    public async Task Partition_that_is_lost_is_not_given_back_for_its_new_holder()
    {
        await _rig.Partitions.CheckAsync();
        await HoldAsync(Living);

        await _rig.Partitions.LeaveAsync();

        Assert.Equal(Living, await _rig.AskAsync<string>("SELECT holder FROM leases WHERE name = 'news'"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_that_find_a_partition_free_one_gets_it(bool wasHeld)
    {
        if (wasHeld)
            await _rig.ExecuteAsync("INSERT INTO leases VALUES ('news', NULL, 5, 3)");
        var (fast, interrupted) = (Create(2), new InterruptedDatabase(_rig.Database));
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
        var (first, second) = (Create(4), Create(4));
        foreach (var process in (NewsPartitions[])[first, second, first, second])
            await process.CheckAsync();
        var claimed = Assert.Single(second.Open, partition => partition.Index == 2);
        await first.LeaveAsync();

        await _rig.ExecuteAsync("UPDATE leases SET holder = 'another-machine/pid:[1]/17/4711 0123', fence = fence + 1 WHERE name = 'news'");

        Assert.False(await IsHeldAsync(claimed));
        Assert.True((await ConfirmAsync(second)).IsEmpty);
        await second.CheckAsync();
        Assert.Empty(second.Open);
        _rig.Time.Advance(LeaseObserver.Timeout);
        await second.CheckAsync();
        Assert.Equal(4, second.Open.Length);
    }

    [Fact]
    public async Task Holder_of_the_first_partition_prepares_before_the_news_begins()
    {
        var first = Create(4);
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
        var first = Create(4);
        await Assert.ThrowsAsync<InvalidOperationException>(() => first.CheckAsync(() => throw new InvalidOperationException("a bug")));

        await first.CheckAsync();

        Assert.Equal([2L, 2L, 2L, 2L], first.Open.Select(partition => partition.Fence));
    }

    private NewsPartitions Create(int count) => new(_rig.Database, count, _rig.Time, NullLogger<NewsPartitions>.Instance);

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

    private Task<PartitionSet> ConfirmAsync(NewsPartitions process) => _rig.Database.ReadAsync(process.ConfirmAsync, Cancelled);

    private async Task<bool> IsHeldAsync(LeasedPartition partition) =>
        await _rig.AskAsync<long>(
            $"SELECT COUNT(*) FROM (SELECT 1 AS one) AS ones WHERE {NewsPartitions.IsHeldSql()}",
            new { partition.Name, partition.Fence }
        ) == 1;

    // As a process of another machine would.
    private async Task HoldAsync(string holder)
    {
        await _rig.ExecuteAsync(
            "INSERT INTO leases (name, holder, fence, beats) VALUES ('news', @holder, 5, 3) ON CONFLICT (name) DO UPDATE SET "
                + "holder = excluded.holder, fence = 5, beats = 3",
            new { holder }
        );
        await _rig.ExecuteAsync(
            "INSERT INTO leases (name, holder, fence, beats) VALUES ('news-process/0123', @holder, 1, 3) ON CONFLICT DO NOTHING",
            new { holder }
        );
    }

    private async Task AssertTakenAfterSilenceAsync()
    {
        _rig.Time.Advance(LeaseObserver.Timeout - Poll);
        await _rig.Partitions.CheckAsync();
        Assert.Null(_rig.Partitions.First);
        _rig.Time.Advance(Poll);
        await _rig.Partitions.CheckAsync();

        Assert.Equal(6, _rig.Partitions.First!.Fence);
    }
}
