using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>/fact review: what waits for a decision, one after the other.</summary>
internal sealed class FactReviewCommand(FactPermissionService gate, ReviewQueue desk) : Command
{
    public override CommandDefinition Definition { get; } =
        new("fact review", "Decide on what was suggested, and on facts that changed below this server's");

    public override bool IsPrivate(Request request) => true;

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = await gate.EnterReviewAsync(request);
        return place is null ? refusal! : FactCards.Private(await desk.NextAsync(place, 0));
    }
}
