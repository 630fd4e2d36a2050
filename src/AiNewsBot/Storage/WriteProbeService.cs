using AiNewsBot.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Storage;

/// <summary>Tries every few seconds whether the database can be written, so that a lock is noticed by its length, and logs when that
/// changes.</summary>
/// <param name="ready">Completes when the database has its schema and facts.</param>
internal sealed partial class WriteProbeService(Task ready, IWriteProbe probe, TimeProvider time, ILogger<WriteProbeService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private bool _isBroken;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.WaitAsync(stoppingToken);
        await new PeriodicJob("try whether the database can be written", time, logger).RunAsync(
            Interval,
            Interval,
            ProbeAsync,
            stoppingToken
        );
    }

    private async Task ProbeAsync()
    {
        var error = await probe.GetErrorAsync();
        if (error is not null && !_isBroken)
            CannotWrite(logger, error);
        else if (error is null && _isBroken)
            Recovered(logger);
        _isBroken = error is not null;
    }

    [LoggerMessage(1, LogLevel.Error, "The database {Error}")]
    private static partial void CannotWrite(ILogger logger, string error);

    [LoggerMessage(2, LogLevel.Information, "Database is writable again")]
    private static partial void Recovered(ILogger logger);
}
