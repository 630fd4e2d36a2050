using AiNewsBot.Hosting.Prometheus;
using AiNewsBot.Jobs;
using AiNewsBot.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace AiNewsBot.Hosting;

/// <summary>Sends the metrics to a collector of OpenTelemetry, where the configuration names one.</summary>
internal sealed partial class OtlpService(HttpSettings settings, StateMeter state, TimeProvider time, ILogger<OtlpService> logger)
    : BackgroundService
{
    private const string Path = "v1/metrics";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private bool _isBroken;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.OtlpEndpoint.Length == 0)
            return;
        using var provider = CreateProvider();
        await new PeriodicJob("send metrics to the collector", time, logger).RunAsync(
            settings.OtlpInterval,
            settings.OtlpInterval,
            token => SendAsync(provider, token),
            stoppingToken
        );
    }

    // The exporter's own timer knows neither the bot's clock nor what has to be counted before.
    private MeterProvider CreateProvider() =>
        Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("ainewsbot", serviceVersion: BuildInfo.Version))
            .AddMeter(BotMeter.Name, BotMeter.Name + ".*", "System.Runtime")
            .AddReader(
                new BaseExportingMetricReader(
                    new OtlpMetricExporter(
                        new OtlpExporterOptions
                        {
                            Protocol = OtlpExportProtocol.HttpProtobuf,
                            Endpoint = new Uri($"{settings.OtlpEndpoint.TrimEnd('/')}/{Path}"),
                            Headers = settings.OtlpHeaders,
                            TimeoutMilliseconds = (int)Timeout.TotalMilliseconds,
                        }
                    )
                )
            )
            .Build();

    private async Task SendAsync(MeterProvider provider, CancellationToken cancellationToken)
    {
        await state.RefreshAsync(cancellationToken);

        // It waits for the collector's answer without letting go of its thread.
        var isSent = await Task.Run(() => provider.ForceFlush((int)Timeout.TotalMilliseconds));
        if (!isSent && !_isBroken)
            NotSent(logger);
        else if (isSent && _isBroken)
            SentAgain(logger);
        _isBroken = !isSent;
    }

    [LoggerMessage(1, LogLevel.Warning, "The collector of Http:OtlpEndpoint took no metrics; they are sent again at the next interval")]
    private static partial void NotSent(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "The collector takes metrics again")]
    private static partial void SentAgain(ILogger logger);
}
