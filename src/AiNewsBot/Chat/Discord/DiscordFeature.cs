using AiNewsBot.Chat.Posting;
using AiNewsBot.Configuration;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Storage.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Chat.Discord;

/// <summary>Discord, by this project's own client or by Discord.Net where the program has it.</summary>
internal static class DiscordFeature
{
    /// <summary>What Discord shows below the bot's name.</summary>
    public const string Presence = "/ask is grok open source";

    /// <summary>Adds the transport of Discord.Net; null in a program that is built without it. The program that has it sets this before
    /// anything else.</summary>
    public static Func<IServiceCollection, IServiceCollection>? DiscordNet { get; set; }

    /// <param name="ready">Completes when the database has its schema.</param>
    public static IServiceCollection AddDiscord(
        this IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, Task> ready
    )
    {
        var settings = SettingsBinder.Read<DiscordSettings>(configuration);
        return (
            settings.Client == DiscordClientKind.DiscordNet && DiscordNet is { } add
                ? add(services)
                : services.AddSingleton<IChatTransport, DiscordTransport>()
        )
            .AddSingleton(settings)
            .AddSingleton<IChatFiles, DiscordFiles>()
            .AddSingleton<SharedRequestPace>()
            .AddSingleton<SharedIdentifyPace>()
            .AddSingleton(provider =>
                ActivatorUtilities.CreateInstance<ShardLeases>(
                    provider,
                    provider.GetRequiredService<DiscordSettings>().Total ?? 1,
                    () => ready(provider)
                )
            )
            .AddSingleton(CreateOptions)
            .AddSingleton(provider => new DiscordRest(
                provider.GetRequiredService<DiscordOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DiscordRest>>()
            ))
            // Of either library's bot: Discord.Net has no enforced nonce, without which a post could be made twice.
            .AddSingleton<IChannelPoster, DiscordChannelPoster>();
    }

    private static DiscordOptions CreateOptions(IServiceProvider services)
    {
        var settings = services.GetRequiredService<DiscordSettings>();
        var isShared = services.GetRequiredService<StorageSettings>().IsPostgres;
        return new DiscordOptions
        {
            Token = settings.Token!,
            ApiBaseUrl = new Uri(settings.ApiBaseUrl),
            ShardCount = settings.Total,
            Shards = settings.Own,
            AssignShards = settings.LeasesShards ? services.GetRequiredService<ShardLeases>().RunAsync : null,
            Presence = Presence,
            WaitForSharedTurn = isShared ? services.GetRequiredService<SharedRequestPace>().WaitAsync : null,
            WaitForIdentifyTurn = isShared ? services.GetRequiredService<SharedIdentifyPace>().WaitAsync : null,
        };
    }
}
