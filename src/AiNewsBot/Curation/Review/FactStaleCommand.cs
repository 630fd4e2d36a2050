using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Forms;

namespace AiNewsBot.Curation.Review;

/// <summary>/fact stale: what was not checked for long, one after the other.</summary>
internal sealed class FactStaleCommand(EditContextResolver contexts, StaleFactQueue stale) : Command
{
    public override CommandDefinition Definition { get; } = new("fact stale", "Facts whose sources were not checked for long");

    public override bool IsPrivate(Request request) => true;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.For(Permission.Edit));

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        FactCards.Private(
            await stale.NextAsync(
                await contexts.ResolveAsync(request, cancellationToken: cancellationToken),
                StalePlace.Beginning,
                cancellationToken: cancellationToken
            )
        );
}
