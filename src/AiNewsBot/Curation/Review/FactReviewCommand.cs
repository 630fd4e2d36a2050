using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>/fact review: what waits for a decision, one after the other.</summary>
internal sealed class FactReviewCommand(EditContextResolver contexts, ReviewQueue queue) : Command
{
    public override CommandDefinition Definition { get; } =
        new("fact review", "Decide on what was suggested, and on facts that changed below this server's");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Reviewers);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        FactCards.Private(
            await queue.NextAsync(await contexts.ResolveForReviewAsync(request, cancellationToken), 0, cancellationToken: cancellationToken)
        );
}
