using AiNewsBot.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.News.Fetching;

/// <summary>Fetching of feeds, from where the settings allow.</summary>
public static class FetchingFeature
{
    public static IServiceCollection AddFetching(this IServiceCollection services) => services
        .AddSingleton(provider => new AddressGuard(provider.GetRequiredService<NewsSettings>().AllowedBlocks()))
        .AddSingleton(provider => new FeedFetcher(provider.GetRequiredService<AddressGuard>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<FeedDiscovery>();
}
