using AiNewsBot.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Commands;

/// <summary>The commands of the bot, in the order in which help lists them.</summary>
public static class CommandsFeature
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<AnswerReplies>()
        .AddSingleton<Command, AskCommand>()
        .AddSingleton<Command, ModelCommand>()
        .AddSingleton<CompareCommand>()
        .AddSingleton<Command>(services => services.GetRequiredService<CompareCommand>())
        .AddSingleton<Command, ModelsCommand>()
        .AddSingleton<Command, TimelineCommand>()
        .AddSingleton<Command, LicenceCommand>()
        .AddSingleton<Command, AboutCommand>()
        .AddSingleton<IActions, AnswerActions>()
        .AddSingleton<IActions, PageActions>()
        .AddSingleton<IRequestHandler, CommandRouter>();
}
