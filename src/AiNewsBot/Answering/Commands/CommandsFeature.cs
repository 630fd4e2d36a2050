using AiNewsBot.Answering.Feedback;
using AiNewsBot.Answering.Statistics;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Answering.Commands;

/// <summary>The commands of the bot, in the order in which help lists them.</summary>
internal static class CommandsFeature
{
    public static IServiceCollection AddCommands(this IServiceCollection services) =>
        services
            .AddSingleton<AnswerReplyBuilder>()
            .AddSingleton<FeedbackStore>()
            .AddSingleton<QuestionStatistics>()
            .AddHostedService(services => services.GetRequiredService<QuestionStatistics>())
            .AddSingleton<StatisticsReader>()
            .AddSingleton<Command, AskCommand>()
            .AddSingleton<Command, ModelCommand>()
            .AddSingleton<CompareCommand>()
            .AddSingleton<Command>(services => services.GetRequiredService<CompareCommand>())
            .AddSingleton<Command, ModelsCommand>()
            .AddSingleton<Command, TimelineCommand>()
            .AddSingleton<Command, LicenceCommand>()
            .AddSingleton<Command, StatsCommand>()
            .AddSingleton<Command, AboutCommand>()
            .AddSingleton<IComponentHandler, AnswerButtons>()
            .AddSingleton<IComponentHandler, PageButtons>()
            .AddSingleton<IComponentHandler, FeedbackButtons>()
            .AddSingleton<IComponentHandler, TellModeratorsButton>()
            .AddSingleton<IRequestHandler, CommandRouter>();
}
