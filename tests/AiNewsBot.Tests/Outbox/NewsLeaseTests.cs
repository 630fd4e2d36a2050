using System.Globalization;
using AiNewsBot.Outbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Tests.Outbox;

/// <summary>One process runs the news: the lease is taken, kept, lost and given back.</summary>
public sealed class NewsLeaseTests : IAsyncLifetime
{
    private const string Living = "another-machine/pid:[1]/17/4711 0123";

    private readonly OutboxRig _rig = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Lease_that_nobody_ever_held_is_taken_at_once()
    {
        await _rig.Lease.AcquireAsync(Cancelled);

        Assert.Equal(1, _rig.Lease.Fence);
        Assert.Equal((1L, 0L), await ReadAsync());
    }

    [Fact]
    public async Task Released_lease_is_taken_at_once_with_the_next_fence()
    {
        await _rig.Lease.AcquireAsync(Cancelled);
        await _rig.Lease.ReleaseAsync();
        var next = Create();

        await next.AcquireAsync(Cancelled);

        Assert.Equal((0, 2), (_rig.Lease.Fence, next.Fence));
    }

    [Fact]
    public async Task Lease_of_a_process_that_is_gone_is_taken_at_once()
    {
        // This process once had another start: its number was given away again.
        var parts = LeaseHolder.Current.Split('/');
        await HoldAsync($"{string.Join('/', parts[..3])}/1 0123");

        await _rig.Lease.AcquireAsync(Cancelled);

        Assert.Equal(6, _rig.Lease.Fence);
    }

    [Fact]
    public async Task Lease_of_a_holder_that_cannot_be_seen_is_taken_when_it_stood_still_for_fifteen_seconds()
    {
        await HoldAsync(Living);
        var acquiring = _rig.Lease.AcquireAsync(Cancelled);

        await _rig.Time.PassAsync(29);
        await _rig.Time.NextWaitAsync();
        Assert.False(acquiring.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromMilliseconds(500));
        await acquiring;

        Assert.Equal((6, (6L, 0L)), (_rig.Lease.Fence, await ReadAsync()));
    }

    [Fact]
    public async Task Each_beat_begins_the_fifteen_seconds_again()
    {
        await HoldAsync(Living);
        var acquiring = _rig.Lease.AcquireAsync(Cancelled);
        await _rig.Time.PassAsync(29);
        await _rig.Time.NextWaitAsync();
        await _rig.ExecuteAsync("UPDATE leases SET beats = beats + 1");

        _rig.Time.Advance(TimeSpan.FromMilliseconds(500));
        await _rig.Time.PassAsync(29);
        await _rig.Time.NextWaitAsync();
        Assert.False(acquiring.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromMilliseconds(500));
        await acquiring;

        Assert.Equal(6, _rig.Lease.Fence);
    }

    [Fact]
    public async Task Wait_for_the_lease_ends_when_the_bot_stops()
    {
        await HoldAsync(Living);
        using var stop = new CancellationTokenSource();
        var acquiring = _rig.Lease.AcquireAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acquiring);
        Assert.Equal(0, _rig.Lease.Fence);
    }

    [Fact]
    public async Task Keeping_it_counts_a_beat_each_five_seconds()
    {
        await _rig.Lease.AcquireAsync(Cancelled);
        using var stop = new CancellationTokenSource();
        var keeping = _rig.Lease.RenewAsync(stop.Token);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(NewsLease.HeartbeatInterval, await _rig.Time.NextWaitAsync());
            _rig.Time.Advance(NewsLease.HeartbeatInterval);
        }

        await _rig.Time.NextWaitAsync();
        Assert.Equal((1L, 2L), await ReadAsync());
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
        Assert.Equal(1, _rig.Lease.Fence);
    }

    [Theory]
    [InlineData("UPDATE leases SET fence = fence + 1")]
    [InlineData("UPDATE leases SET holder = 'another'")]
    [InlineData("UPDATE leases SET holder = NULL")]
    [InlineData("DELETE FROM leases")]
    public async Task Lease_that_another_process_took_is_lost_at_the_next_beat(string taken)
    {
        await _rig.Lease.AcquireAsync(Cancelled);
        var keeping = _rig.Lease.RenewAsync(Cancelled);
        await _rig.ExecuteAsync(taken);

        await _rig.Time.PassAsync();
        await keeping;

        Assert.Equal(0, _rig.Lease.Fence);
        Assert.Contains(_rig.Log.Entries, entry => entry.Message.StartsWith("Lost the news lease", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lease_that_is_lost_is_not_given_back_for_its_new_holder()
    {
        await _rig.Lease.AcquireAsync(Cancelled);
        await HoldAsync(Living);

        await _rig.Lease.ReleaseAsync();

        Assert.Equal(0, _rig.Lease.Fence);
        Assert.Equal(Living, await _rig.AskAsync<string>("SELECT holder FROM leases"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_that_find_it_free_the_second_waits(bool wasHeld)
    {
        if (wasHeld)
            await _rig.ExecuteAsync("INSERT INTO leases VALUES ('news', NULL, 5, 3)");
        var slow = new NewsLease(
            new InterruptedDatabase(_rig.Database, () => _rig.Lease.AcquireAsync(Cancelled)),
            _rig.Time,
            NullLogger<NewsLease>.Instance
        );

        var acquiring = slow.AcquireAsync(Cancelled);
        await _rig.Time.NextWaitAsync();

        Assert.False(acquiring.IsCompleted);
        Assert.Equal((wasHeld ? 6 : 1, 0), (_rig.Lease.Fence, slow.Fence));
    }

    private NewsLease Create() => new(_rig.Database, _rig.Time, NullLogger<NewsLease>.Instance);

    private Task HoldAsync(string holder) =>
        _rig.ExecuteAsync(
            "INSERT INTO leases (name, holder, fence, beats) VALUES ('news', @holder, 5, 3) ON CONFLICT (name) DO UPDATE SET "
                + "holder = excluded.holder, fence = 5, beats = 3",
            new { holder }
        );

    private async Task<(long Fence, long Beats)> ReadAsync() =>
        (await _rig.AskAsync<string>("SELECT fence || ' ' || beats FROM leases"))!.Split(' ') is [var fence, var beats]
            ? (long.Parse(fence, CultureInfo.InvariantCulture), long.Parse(beats, CultureInfo.InvariantCulture))
            : default;
}
