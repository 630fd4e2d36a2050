using AiNewsBot.Configuration;
using AiNewsBot.Facts.Language;
using AiNewsBot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.CommandLine;

/// <summary>No verb: the bot.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(Context context, CancellationToken cancellationToken)
    {
        var discord = Settings.Read<DiscordSettings>(context.Configuration);
        if (string.IsNullOrEmpty(discord.Token))
            throw new UsageException("No bot token: set Discord__Token in the environment to the token of your Discord application. To ask in the terminal no token is needed: AiNewsBot ask \"Is Grok open source?\"");
        // Languages are read on the other processor while the bot is put together.
        Languages.Prepare();
        using var host = Bot.Build(context.Configuration, context.Time);
        var exit = host.Services.GetRequiredService<ExitStatus>();
        try
        {
            await host.StartAsync(cancellationToken);
        }
        catch
        {
            // Disposed without being stopped, the host would report each service that did start as crashed, with its stack.
            await host.StopAsync(CancellationToken.None);
            throw;
        }

        await host.WaitForShutdownAsync(cancellationToken);
        return exit.Code;
    }
}
