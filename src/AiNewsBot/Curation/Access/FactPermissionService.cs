using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation.Access;

/// <summary>Checks who may edit facts, and where.</summary>
internal sealed class FactPermissionService(
    PermissionService permissionService,
    ServerStore servers,
    AuthorResolver authorResolver,
    SnapshotHolder snapshots
)
{
    /// <summary>Where a user reviews: their server, or the global queue for a curator without the right there.</summary>
    public async Task<(EditContext? Place, Reply? Refusal)> AuthorizeReviewAsync(Request request)
    {
        var (here, refusal) = await AuthorizeAsync(request, Permission.Approve, isGlobal: false);
        return here is null && authorResolver.IsCurator(request.Caller)
            ? await AuthorizeAsync(request, Permission.Approve, isGlobal: true)
            : (here, refusal);
    }

    /// <summary>The place, when the one who asks has the power there; otherwise why not.</summary>
    public async Task<(EditContext? Place, Reply? Refusal)> AuthorizeAsync(Request request, Permission permission, bool isGlobal) =>
        await permissionService.GetRefusalAsync(request, AccessRule.For(permission, isGlobal)) is { } refusal
            ? (null, refusal)
            : (await GetContextAsync(request, isGlobal), null);

    /// <summary>The place of a request that was let in.</summary>
    public async Task<EditContext> GetContextAsync(Request request, bool isGlobal = false)
    {
        var author = authorResolver.Resolve(request.Caller);
        if (isGlobal)
            return new EditContext(Layer.Global, snapshots.Current, author) { MayApprove = author.IsCurator };
        var server = request.Caller.Server ?? throw new InvalidOperationException("a request outside of servers was let in");
        return new EditContext(new Layer(server), await snapshots.ForAsync(server), author)
        {
            MayApprove = (await servers.ReadAsync(server)).Allows(Permission.Approve, request.Caller),
        };
    }
}
