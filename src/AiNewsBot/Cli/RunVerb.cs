using AiNewsBot.Answering;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Configuration;
using AiNewsBot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Cli;

/// <summary>No verb: the bot.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(CliContext context, CancellationToken cancellationToken)
    {
        var discord = SettingsBinder.Read<DiscordSettings>(context.Configuration);
        if (string.IsNullOrEmpty(discord.Token))
            throw new UsageException(
                "No bot token: set Discord__Token in the environment to the token of your Discord application. To ask in the terminal "
                    + "no token is needed: AiNewsBot ask \"Is Grok open source?\""
            );
        SystemLibraries.RequireForBot();

        // Languages and facts are read on the other processor while the bot is put together.
        var facts = new ShippedSnapshot();
        facts.Prepare();
        using var host = BotHost.Build(context.Configuration, context.Time, services => services.AddSingleton(facts));
        var exit = host.Services.GetRequiredService<ExitStatus>();
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (IsStopping(host, cancellationToken))
        {
            await StopAsync(host);
            return exit.Code;
        }
        catch (Exception exception)
        {
            // The last line of the log tells with which code the process ends.
            exit.Code = ErrorReport.From(exception).Code;
            await StopAsync(host);
            throw;
        }

        await host.WaitForShutdownAsync(cancellationToken);
        return exit.Code;
    }

    private static bool IsStopping(IHost host, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested
        || host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;

    // Disposed without being stopped, the host would report each service that did start as crashed, with its stack. One that never started
    // cannot be stopped either: what its stop has to say would hide the fault of its start.
    private static Task StopAsync(IHost host) =>
        Task.Run(() => host.StopAsync(CancellationToken.None)).ContinueWith(_ => { }, TaskScheduler.Default);
}
