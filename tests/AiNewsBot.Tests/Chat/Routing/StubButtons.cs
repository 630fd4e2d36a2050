using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>A button that counts how often it is pressed, and fails if it is to.</summary>
internal sealed class StubButtons : IComponentHandler
{
    public AccessRule Access { get; set; } = AccessRule.Everyone;

    public Exception? Throws { get; set; }

    public int Calls { get; private set; }

    public ImmutableArray<string> Actions { get; } = ["press"];

    public DeferMode GetDeferMode(string action) => DeferMode.Update;

    public ValueTask<AccessRule> GetAccessAsync(Request request, string action, string argument) => new(Access);

    public ValueTask<Reply> RefuseAsync(Request request, string action, string argument, Reply refusal) =>
        new(argument == "typed" && request.Kind == RequestKind.Form ? StubReplies.Say("typed is kept") : refusal);

    public ValueTask<Reply> HandleAsync(Request request, string action, string argument, CancellationToken cancellationToken)
    {
        Calls++;
        return Throws is null ? ValueTask.FromResult<Reply>(StubReplies.Say($"{action} with {argument}")) : throw Throws;
    }
}
