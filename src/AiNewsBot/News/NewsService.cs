using AiNewsBot.Answering;
using AiNewsBot.Configuration;
using AiNewsBot.News.Delivery;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Leasing;
using AiNewsBot.News.Polling;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News;

/// <summary>Runs the news for as long as this process is the one that does.</summary>
internal sealed partial class NewsService(
    NewsSettings settings, SnapshotHolder snapshots, Lease lease, OperatorFeeds operatorFeeds, Poller poller, Dispatcher dispatcher, DigestWriter digests, Publisher publisher, Editor editor,
    Recovery recovery, TimeProvider time, ILogger<NewsService> logger) : BackgroundService
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
                Release();
            }

            if (isBroken)
                await Task.Delay(Pause, time, stoppingToken);
        }
    }

    // One that cannot be given back runs out.
    private void Release()
    {
        try
        {
            if (lease.Fence != 0)
                lease.Release();
        }
        catch (StorageException exception)
        {
            NoStorage(logger, exception.Message);
        }
    }

    // The parts end together: when the lease is lost, when the bot stops, or when one of them breaks.
    private async Task RunAsync(CancellationToken stoppingToken)
    {
        operatorFeeds.Apply();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] parts =
        [
            lease.KeepAsync(over.Token), poller.RunAsync(over.Token), dispatcher.RunAsync(over.Token), digests.RunAsync(over.Token), publisher.RunAsync(over.Token), editor.RunAsync(over.Token),
            recovery.RunAsync(over.Token),
        ];
        var first = await Task.WhenAny(parts);
        await over.CancelAsync();
        await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stoppingToken.ThrowIfCancellationRequested();
        await first;
    }

    [LoggerMessage(2, LogLevel.Error, "News waits for the database: {Reason}")]
    private static partial void NoStorage(ILogger logger, string reason);

    [LoggerMessage(1, LogLevel.Error, "The news stopped by a fault of the bot, and begins anew")]
    private static partial void Broken(ILogger logger, Exception exception);
}
