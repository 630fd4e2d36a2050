using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using AiNewsBot.Discord.Tests.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;

namespace AiNewsBot.Discord.Tests.Interactions;

/// <summary>A question, its answer, and what brings them together.</summary>
internal static class DispatcherSetup
{
    public static readonly InteractionReply Hello = new InteractionReply.Send(
        new OutgoingMessage { Components = [new Component.Text("Hello")] }
    );

    public static readonly Interaction Asked = new()
    {
        Id = new Snowflake(1),
        Token = "t",
        ApplicationId = new Snowflake(2),
        Kind = InteractionKind.Command,
        Command = "ask",
    };

    public static InteractionDispatcher Create(
        Mock<IInteractionHandler> handler,
        FakeHandler http,
        TimeProvider time,
        CancellationToken givenUp = default
    ) =>
        new(
            new DiscordRest(new DiscordOptions { Token = "token" }, time, NullLogger<DiscordRest>.Instance, http),
            handler.Object,
            time,
            NullLogger<InteractionDispatcher>.Instance,
            givenUp
        );
}
