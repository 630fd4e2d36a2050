using System.Data.Common;
using AiNewsBot.Answering;
using AiNewsBot.Jobs;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.News;

/// <summary>Notices that the news has come to a stop: logs it, and keeps it for the health check.</summary>
internal sealed partial class NewsStallDetector(
    NewsSettings settings,
    SnapshotHolder snapshots,
    NewsProgress progress,
    TimeProvider time,
    ILogger<NewsStallDetector> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>What has stopped; null while all gets on.</summary>
    public string? Error { get; private set; }

    public bool IsEnabled => settings.Enabled;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled)
            return;
        await snapshots.Loaded.WaitAsync(stoppingToken);
        await new PeriodicJob("check the progress of the news", time, logger).RunAsync(Interval, Interval, CheckAsync, stoppingToken);
    }

    /// <summary>Checks now.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var error = await progress.GetErrorAsync(cancellationToken);
            if (error is not null && Error is null)
                Stopped(logger, error);
            else if (error is null && Error is not null)
                Resumed(logger);
            Error = error;
        }
        catch (Exception exception) when (exception is DbException)
        {
            // The health of the database is another check's.
        }
    }

    [LoggerMessage(1, LogLevel.Error, "News stalled: {Error}")]
    private static partial void Stopped(ILogger logger, string error);

    [LoggerMessage(2, LogLevel.Information, "News resumed")]
    private static partial void Resumed(ILogger logger);
}
