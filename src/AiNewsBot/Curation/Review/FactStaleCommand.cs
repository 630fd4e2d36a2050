using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation.Review;

/// <summary>/fact stale: what was not checked for long, one after the other.</summary>
internal sealed class FactStaleCommand(FactPermissionService gate, StaleFactQueue stale) : Command
{
    public override CommandDefinition Definition { get; } = new("fact stale", "Facts whose sources were not checked for long");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = gate.Authorize(request, Permission.Edit, isGlobal: false);
        return ValueTask.FromResult(place is null ? refusal! : FactCards.Private(stale.Next(place, StalePlace.Beginning)));
    }
}
