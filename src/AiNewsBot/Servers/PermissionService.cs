using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Servers;

/// <summary>Who may do what where. The router asks when a form opens and again when it is
/// sent; what changes facts asks once more in its SQL.</summary>
internal sealed class PermissionService(ServerStore servers, CuratorCheck isCurator)
{
    /// <summary>Why the one who asks may not; null when they may.</summary>
    public async Task<Reply?> GetRefusalAsync(Request request, AccessRule access, CancellationToken cancellationToken = default) =>
        access switch
        {
            { IsForManagers: true } => AuthorizeManager(request),
            { IsForReviewers: true } => isCurator(request.Caller)
                ? null
                : await GetLackAsync(request, Permission.Approve, cancellationToken),
            { Permission: not { } } => null,
            { IsGlobal: true } => access.Permission == Permission.Suggest || isCurator(request.Caller) ? null : NoCurator(request),
            { Permission: { } permission } => await GetLackAsync(request, permission, cancellationToken),
        };

    private async Task<Reply?> GetLackAsync(Request request, Permission permission, CancellationToken cancellationToken)
    {
        if (request.Caller.Server is not { } id)
            return NoServer(request);
        var server = await servers.ReadAsync(id, cancellationToken);
        return server.Allows(permission, request.Caller) ? null : Lacking(server, permission, request.Texts);
    }

    private static Reply? AuthorizeManager(Request request) =>
        request.Caller.Server is null ? NoServer(request)
        : request.Caller.ManagesServer ? null
        : Replies.Ephemeral(request.Texts["error.managers_only"]);

    private static Reply NoCurator(Request request) => Replies.Ephemeral(request.Texts["error.curators_only"]);

    private static Reply NoServer(Request request) => Replies.Ephemeral(request.Texts["error.no_server"]);

    private static Reply.Show Lacking(Server server, Permission permission, ChatTexts texts)
    {
        var roles = Server.Granting(permission).SelectMany(one => server.RolesOf(one)).Distinct().ToArray();
        var who =
            roles.Length == 0
                ? texts["error.who_managers"]
                : texts["error.who_roles", ("roles", string.Join(texts["error.or"], roles.Select(Mentions.Role)))];
        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null)).Add(texts[$"error.may_{permission.ToSlug()}", ("who", who)]).ToCard(),
            IsPrivate: true
        );
    }
}
