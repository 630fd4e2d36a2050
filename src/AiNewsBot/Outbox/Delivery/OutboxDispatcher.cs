using Microsoft.Extensions.Logging;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>Empties the outbox: in each channel one after the other, in many channels side by side.</summary>
internal sealed partial class OutboxDispatcher(
    OutboxStore outbox,
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
        try
        {
            while (true)
            {
                foreach (var channel in await outbox.OpenChannelsAsync())
                {
                    if (!_channels.TryGetValue(channel, out var draining) || draining.IsCompleted)
                        _channels[channel] = Task.Run(() => DrainAsync(channel, cancellationToken), CancellationToken.None);
                }

                await signal.WaitAsync(await outbox.NextDueAsync(), cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(_channels.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task DrainAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(channel, cancellationToken))
            {
                // The next one queues with those of other channels.
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops, or another process runs the news now; what was in flight is reconciled by its successor.
        }
        catch (Exception exception)
        {
            Broken(logger, exception, channel);
            await Task.Delay(TimeSpan.FromSeconds(5), time, cancellationToken);
        }
    }

    private async Task<bool> NextAsync(string channel, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await outbox.PeekNextAsync(channel) is { } row && await outboxProcessor.DeliverAsync(row, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Unhandled exception while posting to channel {Channel}")]
    private static partial void Broken(ILogger logger, Exception exception, string channel);
}
