using AiNewsBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Hosting;

/// <summary>
/// Logs which build starts and stops, and ends the bot when one of its services fails. The host by itself would log the stack and end with
/// success, which no supervisor restarts.
/// </summary>
internal sealed partial class BotLifecycle(
    IServiceProvider services,
    IDatabase database,
    ExitStatus exit,
    IHostApplicationLifetime lifetime,
    ILogger<BotLifecycle> logger
) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Starting(logger, BuildInfo.Text, Environment.ProcessId, database.Location);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (
            var service in services
                .GetServices<IHostedService>()
                .OfType<BackgroundService>()
                .Where(service => service.ExecuteTask is not null)
        )
            _ = WatchAsync(service.GetType().Name, service.ExecuteTask!);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Stopped(logger, BuildInfo.Text, exit.Code);
        return Task.CompletedTask;
    }

    private async Task WatchAsync(string service, Task running)
    {
        try
        {
            await running;
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It stops with the others.
        }
        catch (Exception exception)
        {
            var report = ErrorReport.From(exception);
            Failed(logger, service, report.Text);
            Stack(logger, exception, service);
            if (exit.Code == ExitCode.Done)
                exit.Code = report.Code;
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "AiNewsBot {Version} starts (process {Process}, database {Database})")]
    private static partial void Starting(ILogger logger, string version, int process, string database);

    [LoggerMessage(2, LogLevel.Information, "AiNewsBot {Version} stopped (exit code {Code})")]
    private static partial void Stopped(ILogger logger, string version, int code);

    [LoggerMessage(3, LogLevel.Critical, "{Service} failed; stopping: {Reason}")]
    private static partial void Failed(ILogger logger, string service, string reason);

    [LoggerMessage(4, LogLevel.Debug, "{Service} failed")]
    private static partial void Stack(ILogger logger, Exception exception, string service);
}
