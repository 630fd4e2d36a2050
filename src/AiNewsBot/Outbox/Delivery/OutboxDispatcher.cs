using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Leases;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Empties the outbox: in each channel one after the other, in many channels side by side.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxStore outbox,
    NewsPartitions partitions,
    OutboxSignal signal,
    OutboxProcessor outboxProcessor,
    TimeProvider time,
    ILogger<OutboxDispatcher> logger
) : IDisposable
{
    // Enough that the chat's own limit on requests is always made use of, and few enough that little is on its way when the bot stops.
    private const int AtOnce = 24;

    private readonly SemaphoreSlim _free = new(AtOnce, AtOnce);

    // What works, or last worked, on each channel: only the loop below reads and writes it.
    private readonly Dictionary<string, Task> _channels = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        partitions.Acquired += signal.Raise;
        try
        {
            while (true)
            {
                var open = await outbox.OpenChannelsAsync(cancellationToken);
                foreach (var channel in open)
                    Drain(channel.Id, cancellationToken);
                var due = open.Count == 0 ? (DateTimeOffset?)null : open.Min(channel => channel.Due).ToDateTimeOffset();
                await signal.WaitAsync(due, cancellationToken);
            }
        }
        finally
        {
            partitions.Acquired -= signal.Raise;
            await Task.WhenAll(_channels.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _free.Dispose();

    private void Drain(string channel, CancellationToken cancellationToken)
    {
        if (
            _channels.TryGetValue(channel, out var draining) && !draining.IsCompleted
            || partitions.ForChannel(channel) is not { } partition
        )
            return;
        if (partition.TryStart(end => DrainAsync(channel, partition, end), cancellationToken) is { } task)
            _channels[channel] = task;
    }

    private async Task DrainAsync(string channel, LeasedPartition partition, CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(channel, partition, cancellationToken))
            {
                // The next one queues with those of other channels.
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops, or another process has the channel now; what was in flight is reconciled by its successor.
        }
        catch (Exception exception)
        {
            if (exception is not StorageException { IsLogged: true })
                Broken(logger, exception, channel);
            await Task.Delay(TimeSpan.FromSeconds(5), time, cancellationToken);
        }
    }

    private async Task<bool> NextAsync(string channel, LeasedPartition partition, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            // Another process may be waiting for it by now.
            return partition.IsOpen
                && await outbox.PeekNextAsync(channel, cancellationToken) is { } row
                && await outboxProcessor.DeliverAsync(row, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Unhandled exception while posting to channel {Channel}")]
    private static partial void Broken(ILogger logger, Exception exception, string channel);
}
