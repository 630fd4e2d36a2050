using AiNewsBot.Chat;
using AiNewsBot.Chat.Routing;
using AiNewsBot.Hosting;
using AiNewsBot.Servers;

namespace AiNewsBot.Tests.Architecture;

/// <summary>Who may use a command, a button or a form is said by each and asked by the router, in one place.</summary>
public sealed class AccessTests
{
    [Fact]
    public void Only_the_router_asks_who_may() =>
        Assert.Equal(
            [typeof(CommandRouter)],
            typeof(BotHost)
                .Assembly.GetTypes()
                .Where(type =>
                    type.GetConstructors()
                        .SelectMany(constructor => constructor.GetParameters())
                        .Any(parameter => parameter.ParameterType == typeof(PermissionService))
                )
        );

    [Theory]
    [InlineData(typeof(Command))]
    [InlineData(typeof(IComponentHandler))]
    public void Each_command_and_button_has_to_say_who_may(Type type) =>
        Assert.True(type.GetMethod(nameof(Command.GetAccessAsync))!.IsAbstract);
}
