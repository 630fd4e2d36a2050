using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Storage.Setup;
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

    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordClientKind client) =>
        (
            client == DiscordClientKind.DiscordNet && DiscordNet is { } add
                ? add(services)
                : services.AddSingleton<IChatTransport, DiscordTransport>()
        )
            .AddSingleton<IChatFiles, DiscordFiles>()
            .AddSingleton<SharedRequestPace>()
            .AddSingleton(provider =>
                OptionsOf(provider.GetRequiredService<DiscordSettings>()) with
                {
                    WaitForSharedTurn = provider.GetRequiredService<StorageSettings>().IsPostgres
                        ? provider.GetRequiredService<SharedRequestPace>().WaitAsync
                        : null,
                }
            )
            .AddSingleton(provider => new DiscordRest(
                provider.GetRequiredService<DiscordOptions>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<DiscordRest>>()
            ))
            // Of either library's bot: Discord.Net has no enforced nonce, without which a post could be made twice.
            .AddSingleton<IChannelPoster, DiscordChannelPoster>();

    private static DiscordOptions OptionsOf(DiscordSettings settings) =>
        new()
        {
            Token = settings.Token!,
            ApiBaseUrl = new Uri(settings.ApiBaseUrl),
            ShardCount = settings.Shards,
            Presence = Presence,
        };
}
