using AiNewsBot.Commands;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Commands;

/// <summary>/fact stale: what was not checked for long, one after the other.</summary>
internal sealed class FactStaleCommand(FactGate gate, StaleFacts stale) : Command
{
    public override CommandDefinition Definition { get; } = new("fact stale", "Facts whose sources nobody read for long");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Enter(request, Power.Edit, isGlobal: false);
        return ValueTask.FromResult(place is null ? refusal! : FactCards.Private(stale.Next(place, "")));
    }
}
