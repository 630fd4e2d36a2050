using AiNewsBot.Answering;
using AiNewsBot.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Commands;

/// <summary>The commands of the bot, in the order in which help lists them.</summary>
public static class CommandsFeature
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<Command, AskCommand>()
        .AddSingleton<Command, ModelCommand>()
        .AddSingleton<Command, AboutCommand>()
        .AddSingleton<AnswerButtons>()
        .AddSingleton<IRequestHandler, CommandRouter>();
}
