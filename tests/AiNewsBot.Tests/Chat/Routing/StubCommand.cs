using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Limits;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>A command that counts its calls, and fails if it is to.</summary>
internal sealed class StubCommand(string name) : Command
{
    public AccessRule Access { get; set; } = AccessRule.Everyone;

    public LimitedAction? LimitOf { get; set; }

    public bool FactsAlone { get; set; }

    public override bool NeedsFactsAlone => FactsAlone;

    public Exception? Throws { get; set; }

    public int Calls { get; private set; }

    public override CommandDefinition Definition { get; } = new(name, "A command");

    public override LimitedAction? Limit => LimitOf;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(Access);

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<OptionChoice>>([new OptionChoice("Suggested", "suggested")]);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        Calls++;
        return Throws is null ? ValueTask.FromResult<Reply>(StubReplies.Say($"{request.Name} answered")) : throw Throws;
    }
}
