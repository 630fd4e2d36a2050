using AiNewsBot.Answering;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Ingest;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News;

/// <summary>Runs the news for as long as this process is the one that does.</summary>
internal sealed partial class NewsService(
    NewsSettings settings,
    SnapshotHolder snapshots,
    NewsLease lease,
    OperatorFeedSynchronizer operatorFeedSynchronizer,
    FeedPoller poller,
    OutboxDispatcher outboxDispatcher,
    DigestWriter digests,
    CrosspostWorker crosspostWorker,
    MessageUpdater editor,
    PausedChannelProbe pausedChannelProbe,
    TimeProvider time,
    ILogger<NewsService> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled)
            return;
        await snapshots.Loaded.WaitAsync(stoppingToken);
        while (true)
        {
            var isBroken = false;
            try
            {
                await Task.Run(() => lease.AcquireAsync(stoppingToken), stoppingToken);
                await RunAsync(stoppingToken);
            }
            catch (StorageException exception) when (!stoppingToken.IsCancellationRequested)
            {
                NoStorage(logger, exception.Message);
                isBroken = true;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Broken(logger, exception);
                isBroken = true;
            }
            finally
            {
                await ReleaseAsync();
            }

            if (isBroken)
                await Task.Delay(Pause, time, stoppingToken);
        }
    }

    // One that cannot be given back runs out.
    private async Task ReleaseAsync()
    {
        try
        {
            if (lease.Fence != 0)
                await lease.ReleaseAsync();
        }
        catch (StorageException exception)
        {
            NoStorage(logger, exception.Message);
        }
    }

    // The parts end together: when the lease is lost, when the bot stops, or when one of them breaks.
    private async Task RunAsync(CancellationToken stoppingToken)
    {
        await operatorFeedSynchronizer.ApplyAsync();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] parts =
        [
            lease.RenewAsync(over.Token),
            poller.RunAsync(over.Token),
            outboxDispatcher.RunAsync(over.Token),
            digests.RunAsync(over.Token),
            crosspostWorker.RunAsync(over.Token),
            editor.RunAsync(over.Token),
            pausedChannelProbe.RunAsync(over.Token),
        ];
        var first = await Task.WhenAny(parts);
        await over.CancelAsync();
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
        await first;
    }

    [LoggerMessage(2, LogLevel.Error, "News waits for the database: {Reason}")]
    private static partial void NoStorage(ILogger logger, string reason);

    [LoggerMessage(1, LogLevel.Error, "News pipeline crashed; restarting")]
    private static partial void Broken(ILogger logger, Exception exception);
}
