using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>/fact review: what waits for a decision, one after the other.</summary>
internal sealed class FactReviewCommand(FactPermissionService permissions, ReviewQueue queue) : Command
{
    public override CommandDefinition Definition { get; } =
        new("fact review", "Decide on what was suggested, and on facts that changed below this server's");

    public override bool IsPrivate(Request request) => true;

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (place, refusal) = await permissions.AuthorizeReviewAsync(request);
        return place is null ? refusal! : FactCards.Private(await queue.NextAsync(place, 0));
    }
}
