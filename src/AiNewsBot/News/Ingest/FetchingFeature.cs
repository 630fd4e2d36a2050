using System.Reflection;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.News.Ingest;

/// <summary>Fetching of feeds, from where the settings allow.</summary>
internal static class FetchingFeature
{
    // Who asks, and where to complain.
    private static readonly string UserAgent =
        $"AiNewsBot/{Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)} (+https://github.com/ainewsbot/ainewsbot)";

    public static IServiceCollection AddFetching(this IServiceCollection services) =>
        services
            .AddSingleton(provider => OptionsFor(provider.GetRequiredService<NewsSettings>()))
            .AddSingleton(provider => new FeedFetcher(
                provider.GetRequiredService<FeedFetcherOptions>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddSingleton<FeedDiscovery>()
            .AddSingleton<PagePictureFinder>();

    internal static FeedFetcherOptions OptionsFor(NewsSettings settings) =>
        new()
        {
            AllowedAddresses = settings.AllowedBlocks(),
            UserAgent = UserAgent,
            Headers = settings.SentHeaders(),
        };
}
