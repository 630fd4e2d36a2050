using AiNewsBot.Storage;
using AiNewsBot.Storage.Leases;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Chat.Discord;

/// <summary>
/// Which shards are this process's: leased in the database, so that the shards of a process that ends are taken over. While the database is
/// away, each process keeps those that it has.
/// </summary>
/// <param name="ready">Completes when the database has its schema.</param>
internal sealed partial class ShardLeases(IDatabase database, int count, Func<Task> ready, TimeProvider time, ILogger<ShardLeases> logger)
    : LeasedPartitions(database, "shards", "shards", count, HeartbeatInterval, TimeSpan.Zero, time, logger)
{
    /// <summary>Shorter than for the news: those of a lost process identify one after the other, in six seconds each.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Dictionary<LeasedPartition, Task> _running = [];

    /// <summary>Runs the shards of this process as they come and go, until cancelled.</summary>
    public async Task RunAsync(Func<int, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        try
        {
            await ready().WaitAsync(cancellationToken);
            // No periodic job: when it looks next depends on its leases, and shards that run go on while the database is away.
            while (true)
            {
                await TryCheckAsync(cancellationToken);
                foreach (var ended in _running.Keys.Where(shard => _running[shard] is { IsCompleted: true, IsFaulted: false }).ToArray())
                    _running.Remove(ended);
                foreach (var shard in Open.Where(shard => !_running.ContainsKey(shard)))
                {
                    if (shard.TryStart(end => run(shard.Index, end), cancellationToken) is { } task)
                        _running.Add(shard, task);
                }

                await Task.Delay(NextLook, Time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It stops, or one of its shards was refused.
        }
        finally
        {
            await TryLeaveAsync();
        }

        await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_running.Values.Where(task => task.IsFaulted));
    }

    private async Task TryCheckAsync(CancellationToken cancellationToken)
    {
        for (var isAway = false; ; isAway = true)
        {
            try
            {
                await CheckAsync();
                return;
            }
            catch (StorageException exception)
            {
                if (!isAway)
                    Away(Logger, exception, Held);
                await Task.Delay(Pause, Time, cancellationToken);
            }
        }
    }

    // What cannot be given back runs out.
    private async Task TryLeaveAsync()
    {
        try
        {
            await LeaveAsync();
        }
        catch (StorageException exception)
        {
            Away(Logger, exception, 0);
        }
    }

    private static void Away(ILogger logger, StorageException exception, int held) =>
        Away(logger, exception.IsLogged ? LogLevel.Information : LogLevel.Warning, held, exception.Message);

    [LoggerMessage(EventId = 11, Message = "Shard leases cannot be renewed; keeping {Held} shards: {Reason}")]
    private static partial void Away(ILogger logger, LogLevel level, int held, string reason);
}
