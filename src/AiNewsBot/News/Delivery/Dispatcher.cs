using System.Collections.Concurrent;
using AiNewsBot.News.Outbox;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News.Delivery;

/// <summary>Empties the outbox: in each channel one after the other, in many channels side by side.</summary>
internal sealed partial class Dispatcher(OutboxStore outbox, OutboxSignal signal, Deliverer deliverer, ILogger<Dispatcher> logger) : IDisposable
{
    // Enough that the chat's own limit on requests is always made use of, and few enough that little is on its way when the bot stops.
    private const int AtOnce = 24;

    private readonly SemaphoreSlim _free = new(AtOnce, AtOnce);
    private readonly ConcurrentDictionary<string, Task> _channels = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                foreach (var channel in outbox.OpenChannels())
                {
                    if (!_channels.ContainsKey(channel))
                        _channels[channel] = Task.Run(() => EmptyAsync(channel, cancellationToken), CancellationToken.None);
                }

                await signal.WaitAsync(cancellationToken);
            }
        }
        finally
        {
            await Task.WhenAll(_channels.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task EmptyAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            while (await NextAsync(channel, cancellationToken))
            {
                // The next one stands in line with those of other channels.
            }
        }
        catch (OperationCanceledException)
        {
            // The bot stops, or another process runs the news now; what was on its way is settled by whoever comes next.
        }
        catch (Exception exception)
        {
            Broken(logger, exception, channel);
            await Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None);
        }
        finally
        {
            _channels.TryRemove(channel, out _);
        }
    }

    private async Task<bool> NextAsync(string channel, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return outbox.First(channel) is { } row && await deliverer.DeliverAsync(row, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Posting to channel {Channel} failed by a fault of the bot")]
    private static partial void Broken(ILogger logger, Exception exception, string channel);
}
