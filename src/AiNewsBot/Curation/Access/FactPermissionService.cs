using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation.Access;

/// <summary>Lets those in who may.</summary>
internal sealed class FactPermissionService(
    PermissionService permissionService,
    ServerStore servers,
    AuthorResolver authorResolver,
    SnapshotHolder snapshots
)
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
    public (EditContext? Place, Reply? Refusal) Authorize(Request request, Permission permission, bool isGlobal) =>
        permissionService.GetRefusal(request, AccessRule.For(permission, isGlobal)) is { } refusal
            ? (null, refusal)
            : (Enter(request, isGlobal), null);

    /// <summary>The place of a request that was let in.</summary>
    public EditContext Enter(Request request, bool isGlobal = false)
    {
        var author = authorResolver.Resolve(request.Caller);
        if (isGlobal)
            return new EditContext(Layer.Global, snapshots.Current, author) { MayApprove = author.IsCurator };
        var server = request.Caller.Server ?? throw new InvalidOperationException("a request outside of servers was let in");
        return new EditContext(new Layer(server), snapshots.For(server), author)
        {
            MayApprove = servers.Read(server).Allows(Permission.Approve, request.Caller),
        };
    }
}
