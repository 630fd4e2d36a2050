using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage.Leases;

/// <summary>
/// Divides work into partitions, each held by one process at a time under a lease with a fence. The processes share them evenly; those of a
/// process that ends are taken by the others.
/// </summary>
/// <param name="group">What the names of the leases begin with.</param>
/// <param name="parts">What the partitions are, for the log.</param>
/// <param name="heartbeat">How often a process shows that it is there; where it missed <see cref="MissedBeats"/>, others take what it
/// had.</param>
/// <param name="maxHandover">How long work on a partition that another process is to get may still take before it is cancelled.</param>
internal abstract partial class LeasedPartitions(
    IDatabase database,
    string group,
    string parts,
    int count,
    TimeSpan heartbeat,
    TimeSpan maxHandover,
    TimeProvider time,
    ILogger logger
)
{
    public const int MissedBeats = 3;

    protected const string Columns = "name AS Name, holder AS Holder, fence AS Fence, beats AS Beats";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private readonly string _me = LeaseHolder.Create().ToString();
    private readonly LeaseObserver _observer = new(time, MissedBeats * heartbeat);
    private ImmutableArray<LeasedPartition> _held = [];
    private long? _beatAt;

    /// <summary>Raised when partitions became this process's.</summary>
    public event Action? Acquired;

    /// <summary>Those on which work may begin.</summary>
    public ImmutableArray<LeasedPartition> Open => _held.RemoveAll(partition => !partition.IsOpen);

    /// <summary>How many this process holds, with those on which work is ending.</summary>
    public int Held => _held.Length;

    /// <summary>How long until the leases are to be looked at again. A process that holds all has nothing to look out for but others, which
    /// may wait.</summary>
    protected TimeSpan NextLook => Open.Length == count ? heartbeat : PollInterval;

    /// <summary>Those on which work is ending, since another process is to get them.</summary>
    protected ImmutableArray<LeasedPartition> Closing => _held.RemoveAll(partition => partition.IsOpen);

    /// <summary>Whether other processes have all of them, and this one waits to take over.</summary>
    public bool IsSpare { get; private set; }

    protected int Count => count;

    protected TimeProvider Time => time;

    protected ILogger Logger => logger;

    /// <summary>The holder's name of this process.</summary>
    protected string Holder => _me;

    /// <summary>The first one; null where it is not this process's.</summary>
    public LeasedPartition? First => Find(0);

    /// <summary>Takes and keeps this process's part, until cancelled.</summary>
    /// <param name="prepareAsync">What the holder of the first partition does before the news begins.</param>
    public async Task RunAsync(Func<Task> prepareAsync, CancellationToken cancellationToken)
    {
        // No periodic job: when it looks next depends on its leases, and a database that is away ends the work that they allow.
        while (true)
        {
            // A look is finished though the bot stops: what it took must be known, to be given back.
            await CheckAsync(prepareAsync);
            await Task.Delay(NextLook, time, cancellationToken);
        }
    }

    /// <summary>Looks at the leases, and takes and gives back what is due.</summary>
    public async Task CheckAsync(Func<Task>? prepareAsync = null)
    {
        try
        {
            await CheckLeasesAsync(prepareAsync);
        }
        catch
        {
            _observer.Forget();
            throw;
        }
    }

    private async Task CheckLeasesAsync(Func<Task>? prepareAsync)
    {
        if (_beatAt is not { } last || time.GetElapsedTime(last) >= heartbeat)
            await BeatAsync();
        var leases = await ReadAsync();
        _observer.Observe(leases);
        await DropLostAsync(leases);
        var first = leases.FirstOrDefault(row => row.Name == group);
        var isDivided = first?.Holder is not { } holder || LeaseHolder.Parse(holder).Divides || _observer.IsFree(first);
        var processes = leases.Where(row => row.IsProcess && !_observer.IsFree(row)).Select(row => row.Holder!).Append(_me).Distinct();
        var quota = isDivided ? PartitionQuota.Of(_me, processes, first?.Holder, count) : 0;
        IsSpare = quota == 0;
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

    private string ProcessName => Lease.NameOfProcess(group, LeaseHolder.Parse(_me).Instance);

    protected LeasedPartition? Find(int index) => _held.FirstOrDefault(partition => partition.Index == index && partition.IsOpen);

    private async Task BeatAsync()
    {
        // Taken before the write: one that takes long is followed by the next one the sooner. It waits for no transaction of others:
        // filling a new database takes longer than a process may be silent.
        var now = time.GetTimestamp();
        await database.WriteRowsAsync(connection =>
            connection.ExecuteAsync(
                """
                UPDATE leases SET beats = beats + 1 WHERE holder = @_me;
                INSERT INTO leases (name, holder, fence, beats) VALUES (@ProcessName, @_me, 1, 0) ON CONFLICT DO NOTHING
                """,
                new { ProcessName, _me }
            )
        );
        _beatAt = now;
    }

    // What it took is not taken from it meanwhile, however long it prepares.
    private async Task BeatDuringAsync(Task work)
    {
        using var over = new CancellationTokenSource();
        while (!work.IsCompleted && await Task.WhenAny(work, Task.Delay(heartbeat, time, over.Token)) != work)
        {
            try
            {
                await BeatAsync();
            }
            catch (StorageException)
            {
                // The work finds it, too, and says so.
            }
        }

        await over.CancelAsync();
        await work;
    }

    private async Task<Lease[]> ReadAsync() =>
        await database.ReadAsync(async connection =>
            (
                await connection.QueryAsync<Lease>($"SELECT {Columns} FROM leases WHERE name LIKE @names", new { names = group + "%" })
            ).ToArray()
        );

    private async Task DropLostAsync(Lease[] leases)
    {
        var mine = leases.Where(row => row.Holder == _me).Select(row => (row.Name, row.Fence)).ToHashSet();
        var lost = _held.RemoveAll(partition => mine.Contains((partition.Name, partition.Fence)));
        if (lost.IsEmpty)
            return;
        _held = _held.RemoveRange(lost);
        Lost(logger, lost.Length, parts, _held.Length, count);
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
        foreach (var partition in closed.Where(partition => time.GetElapsedTime(partition.ClosedAt) >= maxHandover))
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
        GivenBack(logger, idle.Length, parts, _held.Length, count);
    }

    private async Task TakeAsync(Lease[] leases, int wanted, Func<Task>? prepareAsync)
    {
        var gone = leases.Where(row => row.IsProcess && row.Holder != _me && _observer.IsFree(row)).ToArray();
        var rows = leases.ToDictionary(row => row.Name);
        var free = Enumerable
            .Range(0, count)
            .Where(index => _held.All(partition => partition.Index != index))
            .Select(index => (Index: index, Row: rows.GetValueOrDefault(Lease.NameOf(group, index))))
            .Where(one => one.Row is null || one.Row.Holder == _me || _observer.IsFree(one.Row))
            .Take(wanted)
            .ToArray();
        if (gone.Length + free.Length == 0)
            return;
        var taken = await database.WriteAsync(async connection =>
        {
            await connection.ExecuteAsync("DELETE FROM leases WHERE name = @Name AND beats = @Beats", gone);
            var taken = new List<LeasedPartition>();
            foreach (var (index, row) in free)
            {
                if (await TryTakeAsync(connection, Lease.NameOf(group, index), row) is { } fence)
                    taken.Add(new LeasedPartition(index, Lease.NameOf(group, index), fence));
            }

            return taken;
        });
        if (taken.Count == 0)
            return;
        if (prepareAsync is not null && taken.Any(partition => partition.Index == 0))
            await BeatDuringAsync(prepareAsync());
        _held = _held.AddRange(taken);
        Took(logger, taken.Count, parts, _held.Length, count);
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

    [LoggerMessage(1, LogLevel.Information, "Acquired {Taken} {Parts}; holding {Held} of {Count}")]
    private static partial void Took(ILogger logger, int taken, string parts, int held, int count);

    [LoggerMessage(2, LogLevel.Warning, "Lost {Lost} {Parts} to another process; holding {Held} of {Count}")]
    private static partial void Lost(ILogger logger, int lost, string parts, int held, int count);

    [LoggerMessage(3, LogLevel.Information, "Gave {Given} {Parts} to another process; holding {Held} of {Count}")]
    private static partial void GivenBack(ILogger logger, int given, string parts, int held, int count);
}
