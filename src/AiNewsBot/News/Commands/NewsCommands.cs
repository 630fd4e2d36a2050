using AiNewsBot.Chat;
using AiNewsBot.News.Commands.FeedLists;
using AiNewsBot.News.Commands.Filtering;
using AiNewsBot.News.Commands.Following;
using AiNewsBot.News.Commands.Personal;
using AiNewsBot.News.Commands.Posting;
using AiNewsBot.News.Commands.Presentation;
using AiNewsBot.News.Commands.Reading;
using AiNewsBot.News.Commands.Selection;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.News.Commands;

/// <summary>The commands of news, in the order in which help lists them.</summary>
internal static class NewsCommands
{
    public static IServiceCollection AddNewsCommands(this IServiceCollection services) =>
        services
            .AddSingleton(new CommandGroup(new CommandDefinition("news", "News on open and closed AI")))
            .AddSingleton(new CommandGroup(new CommandDefinition("feeds", "Where this server's news comes from") { IsServerOnly = true }))
            .AddSingleton<SubscriptionText>()
            .AddSingleton<SubscriptionChoice>()
            .AddSingleton<StoryFeeds>()
            .AddSingleton<DeliveryExplainer>()
            .AddSingleton<PostDrafts>()
            .AddSingleton<ForumTags>()
            .AddSingleton<ScheduledPosts>()
            .AddSingleton<Command, NewsLatestCommand>()
            .AddSingleton<Command, NewsSearchCommand>()
            .AddSingleton<Command, NewsWhyCommand>()
            .AddSingleton<FollowFeeds>()
            .AddSingleton<SubscriptionHealth>()
            .AddSingleton<FeedStatistics>()
            .AddSingleton<PersonalNewsCards>()
            .AddSingleton<Command, NewsMeCommand>()
            .AddSingleton<IComponentHandler, PersonalNewsButtons>()
            .AddSingleton<Command, NewsFollowCommand>()
            .AddSingleton<Command, NewsUnfollowCommand>()
            .AddSingleton<Command, NewsListCommand>()
            .AddSingleton<SubscriptionPreviewCards>()
            .AddSingleton<Command, NewsPreviewCommand>()
            .AddSingleton<Command, NewsLookCommand>()
            .AddSingleton<Command, NewsTemplateCommand>()
            .AddSingleton<Command, NewsThreadCommand>()
            .AddSingleton<SenderSetter>()
            .AddSingleton<Command, NewsSenderCommand>()
            .AddSingleton<TemplatePreviews>()
            .AddSingleton<IComponentHandler, TemplateButtons>()
            .AddSingleton<FilterTrials>()
            .AddSingleton<Command, NewsFilterCommand>()
            .AddSingleton<Command, NewsServerFilterCommand>()
            .AddSingleton<Command, NewsLimitCommand>()
            .AddSingleton<Command, NewsPauseCommand>()
            .AddSingleton<Command, NewsResumeCommand>()
            .AddSingleton<Command, NewsCopyCommand>()
            .AddSingleton<Command, NewsLogCommand>()
            .AddSingleton<Command, NewsPostCommand>()
            .AddSingleton<Command, FeedsAddCommand>()
            .AddSingleton<Command, FeedsRemoveCommand>()
            .AddSingleton<Command, FeedsListCommand>()
            .AddSingleton<Command, FeedsCheckCommand>()
            .AddSingleton<Command, FeedsExportCommand>()
            .AddSingleton<Command, FeedsImportCommand>()
            .AddSingleton<IComponentHandler, NewsButtons>()
            .AddSingleton<IComponentHandler, FilterButtons>()
            .AddSingleton<IComponentHandler, SubscriptionButtons>()
            .AddSingleton<IComponentHandler, ScheduledPostButtons>()
            .AddSingleton<IComponentHandler>(services => services.GetRequiredService<PostDrafts>());
}
