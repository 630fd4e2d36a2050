using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Servers;

namespace AiNewsBot.Curation.Access;

/// <summary>Where a request edits, and as whom. Whether it may was decided before, by its access rule.</summary>
internal sealed class EditContextResolver(ServerStore servers, AuthorResolver authorResolver, SnapshotHolder snapshots)
{
    /// <summary>Where a user reviews: their server, or the global queue for a curator without the right there.</summary>
    public async Task<EditContext> ResolveForReviewAsync(Request request, CancellationToken cancellationToken = default) =>
        request.Caller.Server is not null && await ResolveAsync(request, cancellationToken: cancellationToken) is { MayApprove: true } here
            ? here
            : await ResolveAsync(request, isGlobal: true, cancellationToken: cancellationToken);

    /// <summary>The caller's server, or what all servers share.</summary>
    public async Task<EditContext> ResolveAsync(Request request, bool isGlobal = false, CancellationToken cancellationToken = default)
    {
        var author = authorResolver.Resolve(request.Caller);
        if (isGlobal)
            return new EditContext(Layer.Global, snapshots.Current, author) { MayApprove = author.IsCurator };
        var server = request.Caller.Server ?? throw new InvalidOperationException("a request outside of servers was let in");
        return new EditContext(new Layer(server), await snapshots.ForAsync(server, cancellationToken), author)
        {
            MayApprove = (await servers.ReadAsync(server, cancellationToken)).Allows(Permission.Approve, request.Caller),
        };
    }
}
