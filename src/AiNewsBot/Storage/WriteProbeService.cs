using AiNewsBot.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage;

/// <summary>Tries every few seconds whether the database can be written, so that a fault is noticed though nothing is to be written, a lock
/// by its length, and the end of each.</summary>
/// <param name="ready">Completes when the database has its schema and facts.</param>
internal sealed class WriteProbeService(Task ready, IWriteProbe probe, TimeProvider time, ILogger<WriteProbeService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.WaitAsync(stoppingToken);
        await new PeriodicJob("try whether the database can be written", time, logger).RunAsync(
            Interval,
            Interval,
            probe.GetErrorAsync,
            stoppingToken
        );
    }
}
