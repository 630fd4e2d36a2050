using AiNewsBot.Answering;
using AiNewsBot.Jobs;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Ingest;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News;

/// <summary>Runs this process's part of the news.</summary>
internal sealed partial class NewsService(
    NewsSettings settings,
    SnapshotHolder snapshots,
    NewsPartitions partitions,
    OperatorFeedSynchronizer operatorFeedSynchronizer,
    FeedPoller poller,
    OutboxDispatcher outboxDispatcher,
    SubscriptionPauser subscriptionPauser,
    DigestWriter digests,
    CrosspostWorker crosspostWorker,
    MessageUpdater editor,
    PausedChannelProbe pausedChannelProbe,
    FinishedPosts finishedPosts,
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
        // No periodic job: the work does not end by itself, and each of its ends gives the leases back.
        while (true)
        {
            var isBroken = false;
            try
            {
                await Task.Run(() => RunAsync(stoppingToken), stoppingToken);
            }
            catch (StorageException exception) when (!stoppingToken.IsCancellationRequested)
            {
                Report(exception);
                isBroken = true;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Broken(logger, exception);
                isBroken = true;
            }
            finally
            {
                await LeaveAsync();
            }

            if (isBroken)
                await Task.Delay(Pause, time, stoppingToken);
        }
    }

    // What cannot be given back runs out.
    private async Task LeaveAsync()
    {
        try
        {
            await partitions.LeaveAsync();
        }
        catch (StorageException exception)
        {
            Report(exception);
        }
    }

    private void Report(StorageException exception)
    {
        if (!exception.IsLogged)
            NoStorage(logger, exception.Message);
    }

    // The parts end together: when the bot stops, or when one of them breaks.
    private async Task RunAsync(CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] parts =
        [
            partitions.RunAsync(operatorFeedSynchronizer.ApplyAsync, over.Token),
            poller.RunAsync(over.Token),
            outboxDispatcher.RunAsync(over.Token),
            RunSingleAsync(over.Token),
        ];
        await EndTogetherAsync(parts, over, stoppingToken);
    }

    // What is done once for all, by the holder of the first partition.
    private async Task RunSingleAsync(CancellationToken stoppingToken)
    {
        var acquired = new Wakeup();
        partitions.Acquired += acquired.Raise;
        partitions.Acquired += subscriptionPauser.Forget;
        try
        {
            while (true)
            {
                try
                {
                    await (partitions.First?.TryStart(RunTasksAsync, stoppingToken) ?? Task.CompletedTask);
                }
                catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
                {
                    // The partition was lost.
                }

                await acquired.WaitAsync(null, stoppingToken);
            }
        }
        finally
        {
            partitions.Acquired -= acquired.Raise;
            partitions.Acquired -= subscriptionPauser.Forget;
        }
    }

    private async Task RunTasksAsync(CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] parts =
        [
            digests.RunAsync(over.Token),
            crosspostWorker.RunAsync(over.Token),
            editor.RunAsync(over.Token),
            pausedChannelProbe.RunAsync(over.Token),
            finishedPosts.RunAsync(over.Token),
        ];
        await EndTogetherAsync(parts, over, stoppingToken);
    }

    private static async Task EndTogetherAsync(Task[] parts, CancellationTokenSource over, CancellationToken stoppingToken)
    {
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
