using AiNewsBot.Configuration;
using AiNewsBot.News.Commands;
using AiNewsBot.News.Configuration;
using AiNewsBot.News.Digests;
using AiNewsBot.News.FactChanges;
using AiNewsBot.News.Feeds;
using AiNewsBot.News.Ingest;
using AiNewsBot.News.Items;
using AiNewsBot.News.Releases;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;
using AiNewsBot.Outbox.Partitions;
using AiNewsBot.Servers;
using AiNewsBot.Storage.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.News;

/// <summary>News: from feeds to channels.</summary>
internal static class NewsFeature
{
    public static IServiceCollection AddNews(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSettings<NewsSettings>(configuration)
            .AddFetching()
            .AddSingleton(provider => new NoticeDelivery(provider.GetRequiredService<NewsSettings>().Enabled))
            .AddSingleton(provider =>
                ActivatorUtilities.CreateInstance<NewsPartitions>(
                    provider,
                    provider.GetRequiredService<StorageSettings>().IsPostgres ? NewsPartitions.Divided : 1
                )
            )
            .AddSingleton<FeedStore>()
            .AddSingleton<OperatorFeedSynchronizer>()
            .AddSingleton<FeedReader>()
            .AddSingleton<FeedProbe>()
            .AddSingleton<ServerFeeds>()
            .AddSingleton<PollSchedule>()
            .AddSingleton<ItemTagger>()
            .AddSingleton<ReadingPreparer>()
            .AddSingleton<ArticlePictures>()
            .AddSingleton<FeedIngestor>()
            .AddSingleton<FeedPoller>()
            .AddSingleton<SubscriptionStore>()
            .AddSingleton<PersonalFollows>()
            .AddSingleton<ServerFilters>()
            .AddSingleton<SubscriptionPreview>()
            .AddSingleton<OutboxSignal>()
            .AddSingleton<OutboxStore>()
            .AddSingleton<FinishedPosts>()
            .AddSingleton<ModeratorPosts>()
            .AddSingleton<ChannelStore>()
            .AddSingleton<StoryReader>()
            .AddSingleton<StoryTemplates>()
            .AddSingleton<PictureUploads>()
            .AddSingleton<PostPictures>()
            .AddSingleton<StoryCards>()
            .AddSingleton<NewsSearch>()
            .AddSingleton<ChannelCache>()
            .AddSingleton<PostRenderer>()
            .AddSingleton<DeliveryReconciler>()
            .AddSingleton<SubscriptionPauser>()
            .AddSingleton<SenderFallback>()
            .AddSingleton<PausedChannelProbe>()
            .AddSingleton<HeldDeliveries>()
            .AddSingleton<OutboxProcessor>()
            .AddSingleton<OutboxDispatcher>()
            .AddSingleton<CrosspostWorker>()
            .AddSingleton<MessageUpdater>()
            .AddSingleton<FactChangePublisher>()
            .AddSingleton<DiscoveredReleases>()
            .AddSingleton<DigestContents>()
            .AddSingleton<DigestWriter>()
            .AddHostedService<NewsService>()
            .AddSingleton<NewsStallDetector>()
            .AddHostedService(provider => provider.GetRequiredService<NewsStallDetector>())
            .AddNewsCommands();
}
