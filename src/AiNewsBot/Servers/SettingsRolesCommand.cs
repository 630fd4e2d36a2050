using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>/settings roles: a form in which each power has its roles.</summary>
internal sealed class SettingsRolesCommand(ServerStore servers) : Command
{
    public override CommandDefinition Definition { get; } = new("settings roles", "Which roles may suggest, edit, review and manage news");

    public override DeferMode GetDeferMode(Request request) => DeferMode.None;

    public override ValueTask<AccessRule> GetAccessAsync(Request request) => new(AccessRule.Managers);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken) =>
        SettingsForms.Roles(await servers.ReadAsync(request.Caller.Server!, cancellationToken), SettingsFormHandler.Roles, request.Texts);
}
