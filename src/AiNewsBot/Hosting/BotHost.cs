using AiNewsBot.Answering;
using AiNewsBot.Answering.Commands;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Claims;
using AiNewsBot.Curation;
using AiNewsBot.News;
using AiNewsBot.Servers;
using AiNewsBot.Servers.Privacy;
using AiNewsBot.Storage.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Hosting;

/// <summary>The bot, put together.</summary>
internal static class BotHost
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The host of the bot, not yet started.</summary>
    public static IHost Build(IConfiguration configuration, TimeProvider time, Action<IServiceCollection>? change = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.AddConsoleLogging(configuration);
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ShutdownTimeout = ShutdownTimeout;
            options.ServicesStartConcurrently = true;

            // The lifecycle watches services by itself.
            options.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
        builder.Services.AddSystemd();
        builder.Services.AddSingleton(time).AddSingleton<ExitStatus>().AddHostedService<BotLifecycle>();
        builder
            .Services.AddStorage(configuration, services => services.GetRequiredService<SnapshotHolder>().Loaded)
            .AddFacts(configuration)
            .AddPictures()
            .AddCommands()
            .AddServers()
            .AddClaims()
            .AddCuration(configuration)
            .AddNews(configuration)
            .AddPrivacy()
            .AddDiscord(configuration, services => services.GetRequiredService<SnapshotHolder>().Loaded);

        // In the order in which they start: connecting takes longest. They stop in reverse.
        builder.Services.AddHostedService<ChatService>();
        builder.Services.AddWeb(configuration);
        change?.Invoke(builder.Services);
        return builder.Build();
    }
}
