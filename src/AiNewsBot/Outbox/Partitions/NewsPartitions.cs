using System.Collections.Immutable;
using System.Data.Common;
using AiNewsBot.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Partitions;

/// <summary>
/// Which of the feeds and channels are this process's. They are divided into partitions, each held by one process at a time under a lease
/// with a fence; the processes divide the partitions evenly. The holder of the first one also does what is done once for all.
/// </summary>
internal sealed partial class NewsPartitions(IDatabase database, int count, TimeProvider time, ILogger<NewsPartitions> logger)
{
    /// <summary>How many there are where processes share a server. More processes than that would have nothing to do.</summary>
    public const int Divided = 32;

    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(5);

    /// <summary>The condition that the process with the fence <c>@Fence</c> still holds the partition <c>@Name</c>. A version of the
    /// program that does not divide the news holds all of it by the first lease, and is told by the name of the holder.</summary>
    public const string IsHeldSql = $"""
        EXISTS (SELECT 1 FROM leases WHERE name = @Name AND fence = @Fence) AND {IsDividedSql}
        """;

    private const string Dividing = " partitioned";

    private const string IsDividedSql = $"NOT EXISTS (SELECT 1 FROM leases WHERE name = '{Lease.First}' AND holder NOT LIKE '%{Dividing}')";

    private const string Columns = "name AS Name, holder AS Holder, fence AS Fence, beats AS Beats";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MaxHandover = TimeSpan.FromSeconds(10);

    private readonly string _me = $"{LeaseHolder.Current} {Guid.NewGuid():N}{Dividing}";
    private readonly LeaseObserver _observer = new(time);
    private ImmutableArray<NewsPartition> _held = [];
    private long? _beatAt;

    /// <summary>Raised when partitions became this process's.</summary>
    public event Action? Acquired;

    /// <summary>Those on which work may begin.</summary>
    public ImmutableArray<NewsPartition> Open => _held.RemoveAll(partition => !partition.IsOpen);

    /// <summary>The first one; null where it is not this process's.</summary>
    public NewsPartition? First => Find(0);

    public NewsPartition? ForFeed(long id) => Find(PartitionSet.OfFeed(id, count));

    public NewsPartition? ForChannel(string id) => Find(PartitionSet.OfChannel(id, count));

    public PartitionSet SetOf(IEnumerable<NewsPartition> partitions) =>
        partitions.Aggregate(new PartitionSet(0, count), (set, partition) => set.With(partition.Index));

    /// <summary>Takes and keeps this process's part, until cancelled.</summary>
    /// <param name="prepareAsync">What the holder of the first partition does before the news begins.</param>
    public async Task RunAsync(Func<Task> prepareAsync, CancellationToken cancellationToken)
    {
        while (true)
        {
            await CheckAsync(prepareAsync);

            // A process that holds all has nothing to look out for but others, which may wait.
            await Task.Delay(Open.Length == count ? HeartbeatInterval : PollInterval, time, cancellationToken);
        }
    }

    /// <summary>Looks at the leases, and takes and gives back what is due.</summary>
    public async Task CheckAsync(Func<Task>? prepareAsync = null)
    {
        if (_beatAt is not { } last || time.GetElapsedTime(last) >= HeartbeatInterval)
            await BeatAsync();
        var leases = await ReadAsync();
        _observer.Observe(leases);
        await DropLostAsync(leases);
        var first = leases.FirstOrDefault(row => row.Name == Lease.First);
        var isDivided = first?.Holder?.EndsWith(Dividing, StringComparison.Ordinal) != false || _observer.IsFree(first);
        var processes = leases.Where(row => row.IsProcess && !_observer.IsFree(row)).Select(row => row.Holder!).Append(_me).Distinct();
        var quota = isDivided ? PartitionQuota.Of(_me, processes, first?.Holder, count) : 0;
        await GiveBackAsync(Open.Length - quota);
        await TakeAsync(leases, quota - Open.Length, prepareAsync);
    }

    /// <summary>Ends the work on what this process holds, and gives it back, so that others need not wait.</summary>
    public async Task LeaveAsync()
    {
        var held = _held;
        foreach (var partition in held)
        {
            partition.Close(time.GetTimestamp());
            await partition.CancelAsync();
        }

        foreach (var partition in held)
        {
            await partition.WaitForIdleAsync();
            partition.Dispose();
        }

        _held = [];
        if (_beatAt is null)
            return;
        _beatAt = null;
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM leases WHERE name = @ProcessName", new { ProcessName });
            await connection.ExecuteAsync("UPDATE leases SET holder = NULL WHERE holder = @_me", new { _me });
        });
    }

    /// <summary>What this process holds as the database has it, within the caller's transaction: what it read for a partition that it has
    /// lost is void.</summary>
    public async Task<PartitionSet> ConfirmAsync(DbConnection connection)
    {
        var rows = await connection.QueryAsync<Lease>($"SELECT {Columns} FROM leases WHERE holder = @_me AND {IsDividedSql}", new { _me });
        var fences = rows.ToDictionary(row => row.Name, row => row.Fence);
        return SetOf(_held.Where(partition => fences.GetValueOrDefault(partition.Name) == partition.Fence));
    }

    private string ProcessName => $"{Lease.ProcessPrefix}{_me.Split(' ')[1]}";

    private NewsPartition? Find(int index) => _held.FirstOrDefault(partition => partition.Index == index && partition.IsOpen);

    private async Task BeatAsync()
    {
        // Taken before the write: one that takes long is followed by the next one the sooner.
        var now = time.GetTimestamp();
        await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("UPDATE leases SET beats = beats + 1 WHERE holder = @_me", new { _me });
            await connection.ExecuteAsync(
                "INSERT INTO leases (name, holder, fence, beats) VALUES (@ProcessName, @_me, 1, 0) ON CONFLICT DO NOTHING",
                new { ProcessName, _me }
            );
        });
        _beatAt = now;
    }

    private async Task<Lease[]> ReadAsync() =>
        await database.ReadAsync(async connection =>
            (await connection.QueryAsync<Lease>($"SELECT {Columns} FROM leases WHERE name LIKE 'news%'")).ToArray()
        );

    private async Task DropLostAsync(Lease[] leases)
    {
        var mine = leases.Where(row => row.Holder == _me).Select(row => (row.Name, row.Fence)).ToHashSet();
        var lost = _held.RemoveAll(partition => mine.Contains((partition.Name, partition.Fence)));
        if (lost.IsEmpty)
            return;
        _held = _held.RemoveRange(lost);
        Lost(logger, lost.Length, _held.Length, count);
        foreach (var partition in lost)
        {
            partition.Close(time.GetTimestamp());
            await partition.CancelAsync();
            partition.Dispose();
        }
    }

    // The last ones first, for the first is to stay. What is in flight ends before another process begins, or is ended.
    private async Task GiveBackAsync(int surplus)
    {
        foreach (var partition in Open.OrderByDescending(partition => partition.Index).Take(surplus))
            partition.Close(time.GetTimestamp());
        var closed = _held.RemoveAll(partition => partition.IsOpen);
        foreach (var partition in closed.Where(partition => time.GetElapsedTime(partition.ClosedAt) >= MaxHandover))
            await partition.CancelAsync();
        var idle = closed.RemoveAll(partition => !partition.IsIdle);
        if (idle.IsEmpty)
            return;
        await database.WriteAsync(connection =>
            connection.ExecuteAsync(
                "UPDATE leases SET holder = NULL WHERE name = @Name AND fence = @Fence AND holder = @_me",
                idle.Select(partition => new
                {
                    partition.Name,
                    partition.Fence,
                    _me,
                })
            )
        );
        _held = _held.RemoveRange(idle);
        foreach (var partition in idle)
            partition.Dispose();
        GivenBack(logger, idle.Length, _held.Length, count);
    }

    private async Task TakeAsync(Lease[] leases, int wanted, Func<Task>? prepareAsync)
    {
        var gone = leases.Where(row => row.IsProcess && row.Holder != _me && _observer.IsFree(row)).ToArray();
        var rows = leases.ToDictionary(row => row.Name);
        var free = Enumerable
            .Range(0, count)
            .Where(index => _held.All(partition => partition.Index != index))
            .Select(index => (Index: index, Row: rows.GetValueOrDefault(Lease.NameOf(index))))
            .Where(one => one.Row is null || one.Row.Holder == _me || _observer.IsFree(one.Row))
            .Take(wanted)
            .ToArray();
        if (gone.Length + free.Length == 0)
            return;
        var taken = await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM leases WHERE name = @Name AND beats = @Beats", gone);
            var taken = new List<NewsPartition>();
            foreach (var (index, row) in free)
            {
                if (await TryTakeAsync(connection, Lease.NameOf(index), row) is { } fence)
                    taken.Add(new NewsPartition(index, fence));
            }

            return taken;
        });
        if (taken.Count == 0)
            return;
        if (prepareAsync is not null && taken.Any(partition => partition.Index == 0))
            await prepareAsync();
        _held = _held.AddRange(taken);
        Took(logger, taken.Count, _held.Length, count);
        Acquired?.Invoke();
    }

    // Of several that find it free, one finds it as it saw it.
    private Task<long?> TryTakeAsync(DbConnection connection, string name, Lease? seen) =>
        seen is null
            ? connection.ExecuteScalarAsync<long?>(
                "INSERT INTO leases (name, holder, fence, beats) VALUES (@name, @_me, 1, 0) ON CONFLICT DO NOTHING RETURNING fence",
                new { name, _me }
            )
            : connection.ExecuteScalarAsync<long?>(
                "UPDATE leases SET holder = @_me, fence = fence + 1, beats = 0 WHERE name = @name AND fence = @Fence AND beats = @Beats "
                    + "RETURNING fence",
                new
                {
                    name,
                    _me,
                    seen.Fence,
                    seen.Beats,
                }
            );

    [LoggerMessage(1, LogLevel.Information, "Acquired {Taken} news partitions; holding {Held} of {Count}")]
    private static partial void Took(ILogger logger, int taken, int held, int count);

    [LoggerMessage(2, LogLevel.Warning, "Lost {Lost} news partitions to another process; holding {Held} of {Count}")]
    private static partial void Lost(ILogger logger, int lost, int held, int count);

    [LoggerMessage(3, LogLevel.Information, "Gave {Given} news partitions to another process; holding {Held} of {Count}")]
    private static partial void GivenBack(ILogger logger, int given, int held, int count);
}
