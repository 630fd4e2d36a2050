using AiNewsBot.News.Commands;
using AiNewsBot.News.Delivery;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Leasing;
using AiNewsBot.News.Outbox;
using AiNewsBot.News.Polling;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.News.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.News;

/// <summary>News: from feeds to channels.</summary>
public static class NewsFeature
{
    public static IServiceCollection AddNews(this IServiceCollection services) => services
        .AddFetching()
        .AddSingleton<Lease>()
        .AddSingleton<FeedStore>().AddSingleton<OperatorFeeds>().AddSingleton<FeedReader>().AddSingleton<FeedTrial>()
        .AddSingleton<ServerFeeds>().AddSingleton<NewsIntervals>()
        .AddSingleton<ItemTagger>().AddSingleton<ItemWriter>().AddSingleton<ReadingStore>().AddSingleton<Poller>()
        .AddSingleton<SubscriptionStore>().AddSingleton<SubscriptionMatches>()
        .AddSingleton<OutboxSignal>().AddSingleton<OutboxStore>()
        .AddSingleton<StoryReader>().AddSingleton<StoryCards>().AddSingleton<NewsSearch>()
        .AddSingleton<ChannelBook>().AddSingleton<PostRenderer>().AddSingleton<Settler>().AddSingleton<Pauses>().AddSingleton<Recovery>().AddSingleton<HeldPosts>()
        .AddSingleton<Deliverer>().AddSingleton<Dispatcher>().AddSingleton<Publisher>().AddSingleton<Editor>()
        .AddSingleton<FactNews>().AddSingleton<FoundReleases>()
        .AddSingleton<DigestWriter>()
        .AddHostedService<NewsService>()
        .AddSingleton<NewsWatch>().AddHostedService(provider => provider.GetRequiredService<NewsWatch>())
        .AddNewsCommands();
}
