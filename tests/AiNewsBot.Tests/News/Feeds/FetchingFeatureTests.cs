using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Ingest;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Feeds;

public sealed class FetchingFeatureTests
{
    [Fact]
    public async Task Feeds_are_fetched_from_where_the_settings_allow_in_the_name_of_the_bot()
    {
        await using var server = await FeedServer.StartAsync();
        server["/feed"] = FeedServer.Send("<rss>"u8.ToArray());
        await using var open = Services("127.0.0.0/8");
        await using var closed = Services();

        Assert.NotNull((await FindAsync(open, server)).Found);
        Assert.Contains("this machine", $"{(await FindAsync(closed, server)).Fault}");
        Assert.Matches(@"^AiNewsBot/\d+\.\d+\.\d+ \(\+https://\S+\)$", Assert.Single(server.Requests)["User-Agent"]);
    }

    private static Task<DiscoveryResult> FindAsync(ServiceProvider services, FeedServer server) =>
        services.GetRequiredService<FeedDiscovery>().FindAsync(server.Address("/feed"), false, TestContext.Current.CancellationToken);

    private static ServiceProvider Services(params string[] allowed)
    {
        var settings = new NewsSettings();
        foreach (var block in allowed)
            settings.AllowedPrivateAddresses.Add(block);
        return new ServiceCollection().AddSingleton(settings).AddSingleton(TimeProvider.System).AddFetching().BuildServiceProvider();
    }
}
