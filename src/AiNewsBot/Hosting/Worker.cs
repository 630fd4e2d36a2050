using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Hosting;

/// <summary>
/// Work in the background for as long as the bot runs. When another service fails to start, the host cancels the start of all others, and reports
/// each as a crash with its stack; this one starts, and is then stopped like any other.
/// </summary>
public abstract class Worker : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken) => base.StartAsync(CancellationToken.None);
}
