using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation.Access;

/// <summary>Lets those in who may.</summary>
internal sealed class FactPermissionService(PermissionService permissionService, AuthorResolver authorResolver, SnapshotHolder snapshots)
{
    /// <summary>Where a user reviews: their server, or the global queue for a curator without the right there.</summary>
    public (EditContext? Place, Reply? Refusal) EnterReview(Request request)
    {
        var (here, refusal) = Authorize(request, Permission.Approve, isGlobal: false);
        return here is null && authorResolver.IsCurator(request.Caller)
            ? Authorize(request, Permission.Approve, isGlobal: true)
            : (here, refusal);
    }

    /// <summary>The place, when the one who asks has the power there; otherwise why not.</summary>
    public (EditContext? Place, Reply? Refusal) Authorize(Request request, Permission permission, bool isGlobal)
    {
        var author = authorResolver.Resolve(request.Caller);
        if (isGlobal)
        {
            return author.IsCurator || permission == Permission.Suggest
                ? (new EditContext(Layer.Global, snapshots.Current, author) { MayApprove = author.IsCurator }, null)
                : (
                    null,
                    Replies.Ephemeral(
                        "Only the bot's curators change the facts that all servers share. Edit the facts of this server, or propose "
                            + "yours to the curators."
                    )
                );
        }

        var (server, refusal) = permissionService.Authorize(request, permission);
        return server is null
            ? (null, refusal)
            : (
                new EditContext(new Layer(server.Id), snapshots.For(server.Id), author)
                {
                    MayApprove = server.Allows(Permission.Approve, request.Caller),
                },
                null
            );
    }
}
