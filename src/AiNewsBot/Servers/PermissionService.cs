using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Servers;

/// <summary>Who may do what where. It is asked when a form opens and again when it is
/// sent; what changes facts asks once more in its SQL.</summary>
internal sealed class PermissionService(ServerStore servers, CuratorCheck isCurator)
{
    /// <summary>Why the one who asks may not; null when they may.</summary>
    public async Task<Reply?> GetRefusalAsync(Request request, AccessRule access) =>
        access switch
        {
            { IsForManagers: true } => AuthorizeManager(request),
            { Permission: not { } } => null,
            { IsGlobal: true } => access.Permission == Permission.Suggest || isCurator(request.Caller) ? null : NoCurator,
            { Permission: { } permission } => (await AuthorizeAsync(request, permission)).Refusal,
        };

    /// <summary>The server, when the one who asks has the power there; otherwise why not.</summary>
    public async Task<(Server? Server, Reply? Refusal)> AuthorizeAsync(Request request, Permission permission)
    {
        if (request.Caller.Server is not { } id)
            return (null, NoServer);
        var server = await servers.ReadAsync(id);
        return server.Allows(permission, request.Caller) ? (server, null) : (null, Lacking(server, permission));
    }

    private static Reply? AuthorizeManager(Request request) =>
        request.Caller.Server is null ? NoServer
        : request.Caller.ManagesServer ? null
        : Replies.Ephemeral("Only those who may manage this server can change the bot's settings.");

    private static Reply NoCurator =>
        Replies.Ephemeral(
            "Only the bot's curators change the facts that all servers share. Edit the facts of this server, or propose yours to the "
                + "curators."
        );

    private static Reply NoServer => Replies.Ephemeral("This works in a server to which the bot was added.");

    private static Reply.Show Lacking(Server server, Permission permission)
    {
        var roles = Server.Granting(permission).SelectMany(one => server.RolesOf(one)).Distinct().ToArray();
        var who =
            roles.Length == 0
                ? "those who may manage the server"
                : $"members with {string.Join(" or ", roles.Select(Mentions.Role))}, and those who may manage the server,";
        return new Reply.Show(
            new CardWriter(VerdictStyle.Accent(null)).Add($"Here, {who} may {permission.ToWords()}. Ask one of them.").ToCard(),
            IsPrivate: true
        );
    }
}
